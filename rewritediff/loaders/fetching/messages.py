"""The words for pages on the web that are not fetched: what is in the way, and what the reader can do."""

from __future__ import annotations

from rewritediff.loaders.fetching.obstacles import Obstacle

OPEN_IN_BROWSER = "Open it in a browser, save the page, and open the saved file here."
COPY_THE_ADDRESS = "Copy the address of the page from the browser's address bar again."

FETCHING: dict[Obstacle, tuple[str, str]] = {
    Obstacle.NOT_AN_ADDRESS: ("it is no address of a web page", COPY_THE_ADDRESS),
    Obstacle.SCHEME: ("only addresses that begin with https:// or http:// are fetched", COPY_THE_ADDRESS),
    Obstacle.CREDENTIALS: ("there is a user name or a password in the address, and nothing is fetched in anybody's name", OPEN_IN_BROWSER),
    Obstacle.PRIVATE: ("it leads to this computer or into a private network, where nothing is fetched", OPEN_IN_BROWSER),
    Obstacle.PORT: ("its port (the number behind the colon) is none where web pages are", OPEN_IN_BROWSER),
    Obstacle.NAME: ("there is no site of that name, or there is no internet connection", "Check the spelling and the connection."),
    Obstacle.CONNECTION: (
        "its site does not answer",
        "Check the internet connection and try again later; where only the browser reaches it, save the page there and open the file here.",
    ),
    Obstacle.CERTIFICATE: (
        "its site cannot prove that it is what it says (its certificate is not valid)",
        "Check the address and this computer's date; open the page in a browser only if you trust the site.",
    ),
    Obstacle.SECURITY: ("no encrypted connection to its site could be made", OPEN_IN_BROWSER),
    Obstacle.STATUS: ("its site gave an unexpected answer ({status})", OPEN_IN_BROWSER),
    Obstacle.MISSING: ("its site has no such page ({status})", "Check the address; the page may have been moved or taken down."),
    Obstacle.REFUSED: (
        "its site does not hand it to programs, or wants you to sign in ({status})",
        OPEN_IN_BROWSER,
    ),
    Obstacle.BUSY: ("its site is too busy ({status})", "Wait some minutes and try again."),
    Obstacle.FAULTY: ("its site has a fault of its own ({status})", "Try again later."),
    Obstacle.REDIRECTS: ("it leads from address to address without end, as sites do that want cookies", OPEN_IN_BROWSER),
    Obstacle.UNENCRYPTED: ("it leads from an encrypted address to one that anybody on the way could alter", OPEN_IN_BROWSER),
    Obstacle.TYPE: ("it is no page with an article in it ({type})", "Look for the address of the article itself."),
    Obstacle.TOO_LARGE: ("it is larger than {limit} MB", "Save it in a browser, cut out the part that you want to compare, and open that."),
    Obstacle.TOO_SLOW: (
        "it did not come within {seconds} seconds",
        "Try again later, or save the page in a browser and open the file here.",
    ),
    Obstacle.BROKEN_OFF: ("the connection broke off, or its site sent something unreadable", "Try again, or save the page in a browser."),
    Obstacle.EMPTY: ("its site sent an empty page", OPEN_IN_BROWSER),
}
"""For each obstacle what is in the way and what the reader can do."""
