"""From a page to an answered question, through everything that lies between."""
