/** Who the people of a sample's crowd are, so that a sample can let them answer to one another. */

export function sampleParticipant(index: number): string {
  return `participant-${String(index).padStart(6, '0')}`;
}
