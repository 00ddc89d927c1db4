import { cache } from "react";
import { getHome } from "#lib/analytics/get-home.ts";
import { pageContext } from "#lib/web/page.ts";

/** What the frame around every page and the home page both show, asked for once a request. */
export const homeOfRequest = cache(async () => getHome((await pageContext()).ctx));
