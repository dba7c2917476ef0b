package io.realname.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The elements of the form in Tasklist that are wider than their space, or reach beyond the column or the window. */
final class Cut {

    private Cut() {}

    /** In a large window and in a small one, which stays; the decision is in view in both, without scrolling. */
    static void assertNothing(Page page) {
        for (int[] size : new int[][] {{1920, 1080}, {1366, 768}}) {
            page.setViewportSize(size[0], size[1]);
            assertThat(off(page)).as("wider than its space").isEqualTo(List.of());
            Locator complete = page.locator("form.review button.complete");
            if (complete.isVisible()) {
                assertThat(complete).isInViewport();
            }
        }
    }

    /** Their tags and classes, without pictures; empty if scrolling down shows the whole form. */
    private static Object off(Page page) {
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
