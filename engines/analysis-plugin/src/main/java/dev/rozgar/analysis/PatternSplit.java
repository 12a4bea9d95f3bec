package dev.rozgar.analysis;

import java.util.regex.Pattern;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenizerFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.IntSetting;
import org.elasticsearch.plugin.settings.StringSetting;

/// `pattern`: splits where the regular expression `pattern` matches, between words by default; a `group` of 0 or
/// more keeps that group of each match instead.
@NamedComponent("pattern")
public final class PatternSplit implements TokenizerFactory {
    private final Pattern pattern;
    private final int group;

    @Inject
    public PatternSplit(Settings settings) {
        this.pattern = Pattern.compile(settings.pattern());
        this.group = settings.group();
    }

    @Override
    public Tokenizer create() {
        return new PatternTokenizer(pattern, group);
    }

    /// What an index may set.
    @AnalysisSettings
    public interface Settings {
        @StringSetting(path = "pattern", defaultValue = "\\W+")
        String pattern();

        @IntSetting(path = "group", defaultValue = -1)
        int group();
    }
}
