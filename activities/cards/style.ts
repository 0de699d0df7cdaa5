/** Puts the styles of cards on the page; both kinds' forms import it. */
import { styled } from '../look/styled.ts';
import css from './phone.css?inline';

styled(css);
