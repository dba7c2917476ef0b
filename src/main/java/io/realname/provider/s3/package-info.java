/** Adapter to object storages that speak S3: keeps sealed evidence outside the database. */
@NullMarked
package io.realname.provider.s3;

import org.jspecify.annotations.NullMarked;
