package io.realname.browser;

import com.microsoft.playwright.Page;

/** What of the form in Tasklist is wider than the room that it has, or lies beside the column or the window. Pictures may. */
final class Cut {

    private Cut() {}

    /** Their tags and classes; empty if the whole form is seen by scrolling down. */
    static Object off(Page page) {
        return page.evaluate("""
                () => {
                  const form = document.querySelector('form.review');
                  const open = form.querySelector('dialog[open]');
                  const right = open ? innerWidth : form.closest('.content').getBoundingClientRect().right;
                  return [document.documentElement, ...document.querySelectorAll('.review, .review *')]
                    .filter(element => element.clientWidth > 0 && element.tagName !== 'INPUT' && !element.closest('.pane')
                      && (element.scrollWidth > element.clientWidth + 1 || (form.contains(element) && element.getBoundingClientRect().right > right + 1)))
                    .map(element => element.tagName + '.' + element.className);
                }""");
    }
}
