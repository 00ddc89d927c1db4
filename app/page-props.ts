/** What Next hands to a page, without waiting for the types that a build generates. */
export interface SearchProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}
