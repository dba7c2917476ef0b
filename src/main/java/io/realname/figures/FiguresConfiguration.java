package io.realname.figures;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FigureProperties.class, PriceProperties.class})
class FiguresConfiguration {}
