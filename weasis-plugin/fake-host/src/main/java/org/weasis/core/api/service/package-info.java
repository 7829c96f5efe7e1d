/** Weasis in the test host: its window and what it remembers. */
package org.weasis.core.api.service;
