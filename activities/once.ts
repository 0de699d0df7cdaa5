/** Works something out once for each object: for what never changes, as a response does not, and is asked for at every push. */
export function once<Given extends object, Result>(work: (given: Given) => Result): (given: Given) => Result {
  const known = new WeakMap<Given, { readonly result: Result }>();
  return (given) => {
    let found = known.get(given);
    if (!found) {
      found = { result: work(given) };
      known.set(given, found);
    }
    return found.result;
  };
}
