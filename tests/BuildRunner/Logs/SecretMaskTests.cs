using System.Text;
using Sluice.BuildRunner.Logs;

namespace Sluice.BuildRunner.Tests.Logs;

public sealed class SecretMaskTests
{
    private const string Key = "-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ\nab\n-----END KEY-----";

    [Theory]
    [InlineData("s3cr3t/v+lue", "it is s3cr3t/v+lue!", "it is ***!")]
    [InlineData("s3cr3t/v+lue", "s3cr3t/v+lues3cr3t/v+lue s3cr3t/v+lu", "*** s3cr3t/v+lu")]
    [InlineData("s3cr3t/v+lue", "?q=s3cr3t%2Fv%2Blue&r", "?q=***&r")]
    [InlineData("s3cr3t/v+lue", "?q=s3cr3t%2fv%2blue", "?q=***")]
    [InlineData("s3cr3t/v+lue", "?q=s3cr3t/v%2Blu%65", "?q=***")]
    [InlineData("two words", "?q=two+words%20", "?q=***%20")]
    [InlineData("pass%41word", "pass%41word passAword pass%2541word", "*** passAword ***")]
    [InlineData("grüße", "gr%C3%BC%c3%9fe", "***")]
    [InlineData("key-😀", "key-%F0%9F%98%80 key-😀", "*** ***")]
    [InlineData("abc", "abc YWJj", "abc YWJj")]
    [InlineData("abcd", "xabcdx", "x***x")]
    public void Masks_a_secret_as_it_is_and_in_urls(string secret, string text, string masked) => new SecretMask([secret]).Apply(text).ShouldBe(masked);

    [Theory]
    [InlineData("", "")]
    [InlineData("user:", "")]
    [InlineData("u:", "@host")]
    [InlineData("us:", "\n")]
    public void Masks_a_secret_in_Base64_whatever_was_encoded_with_it(string before, string after)
    {
        const string secret = "s3cr3t/v+lue?";
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + secret + after));
        var mask = new SecretMask([secret]);

        foreach (var text in new[] { encoded, encoded.Replace('+', '-').Replace('/', '_'), encoded.Insert(9, "\n"), encoded.Insert(9, "\r\n") })
        {
            var masked = mask.Apply($"[{text}]");
            masked.ShouldStartWith("[");
            masked.ShouldEndWith("]");
            masked.ShouldContain("***");

            // Of the secret's neighbours there may be as much left as fills the last symbol before it and the first one behind it.
            masked.Length.ShouldBeLessThanOrEqualTo(2 + 3 + Base64Length(before) + Base64Length(after) + 4);
        }
    }

    [Fact]
    public void Masks_a_secret_of_several_lines_whole_and_each_line_of_it()
    {
        var mask = new SecretMask([Key]);

        mask.Apply($"<{Key}>").ShouldBe("<***>");
        mask.Apply($"<{Key.ReplaceLineEndings("\r\n")}>").ShouldBe("<***>");
        mask.Apply($"<{Convert.ToBase64String(Encoding.UTF8.GetBytes(Key), Base64FormattingOptions.InsertLineBreaks)}>").ShouldBe("<***>");
        mask.Apply("a line: -----END KEY----- ab").ShouldBe("a line: *** ab");
    }

    [Fact]
    public void Leaves_nothing_of_secrets_that_overlap_or_begin_like_each_other()
    {
        new SecretMask(["abcdef", "defghi"]).Apply("<abcdefghi>").ShouldBe("<***>");
        new SecretMask(["token", "token-of-production"]).Apply("<token-of-production> <token> <token-of>").ShouldBe("<***> <***> <***-of>");
        new SecretMask(["aaaa"]).Apply("<aaaaaaaaa>").ShouldBe("<***>");
        new SecretMask([]).Apply("<abcd>").ShouldBe("<abcd>");
    }

    private static int Base64Length(string text) => ((text.Length * 4) + 2) / 3;
}
