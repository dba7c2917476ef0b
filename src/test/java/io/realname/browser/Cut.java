package io.realname.browser;

import com.microsoft.playwright.Page;

/** The elements of the form in Tasklist that are wider than their space, or reach beyond the column or the window. */
final class Cut {

    private Cut() {}

    /** Their tags and classes, without pictures; empty if scrolling down shows the whole form. */
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
