using Sluice.Local.Cloud.Logs.Filters;

namespace Sluice.Local.Tests.Cloud.Logs.Filters;

public sealed class FilterPatternTests
{
    [Theory]
    [InlineData("", "anything", true)]
    [InlineData("   ", "anything", true)]
    [InlineData("ERROR", "[ERROR 400] BAD REQUEST", true)]
    [InlineData("error", "[ERROR 400] BAD REQUEST", false)]
    [InlineData("ERROR REQUEST", "[ERROR 400] BAD REQUEST", true)]
    [InlineData("ERROR ARGUMENTS", "[ERROR 400] BAD REQUEST", false)]
    [InlineData("\"BAD REQUEST\"", "[ERROR 400] BAD REQUEST", true)]
    [InlineData("\"REQUEST BAD\"", "[ERROR 400] BAD REQUEST", false)]
    [InlineData("\"a\\\"b\"", "a\"b", true)]
    [InlineData("?WARN ?ERROR", "[ERROR 400]", true)]
    [InlineData("?WARN ?ERROR", "[INFO]", false)]
    [InlineData("ERROR -ARGUMENTS", "ERROR 400", true)]
    [InlineData("ERROR -ARGUMENTS", "ERROR 400 ARGUMENTS", false)]
    [InlineData("-\"BAD REQUEST\"", "fine", true)]
    [InlineData("ERROR ?WARN", "ERROR", true)]
    [InlineData("ERROR ?WARN", "WARN", false)]
    [InlineData("%ERR[0-9]+%", "an ERR42", true)]
    [InlineData("%^ERR%", "an ERR42", false)]
    [InlineData("-%ERR[0-9]+%", "an ERR42", false)]
    [InlineData("Müller", "Herr Müller", true)]
    public void Lines_are_picked_by_terms(string pattern, string line, bool picked) => FilterPattern.Parse(pattern).Matches(line).ShouldBe(picked);

    [Theory]
    [InlineData("$.level = \"ERROR\"", true)]
    [InlineData("$.level = ERROR", true)]
    [InlineData("$.level = \"ERR*\"", true)]
    [InlineData("$.level = *R*O*", true)]
    [InlineData("$.level = \"WARN\"", false)]
    [InlineData("$.level != \"WARN\"", true)]
    [InlineData("$.none != \"WARN\"", false)]
    [InlineData("$.level = %^E.*R$%", true)]
    [InlineData("$.n > 3", true)]
    [InlineData("$.n > 4", false)]
    [InlineData("$.n >= 4 && $.n <= 4.0 && $.n < 4e1 && $.n = 4 && $.n != 5", true)]
    [InlineData("$.level > 3", false)]
    [InlineData("$.deep.list[1].a = 7", true)]
    [InlineData("$.deep.list[2].a = 7", false)]
    [InlineData("$.['a name'] = 1", true)]
    [InlineData("$.gone IS NULL", true)]
    [InlineData("$.none IS NULL", false)]
    [InlineData("$.none NOT EXISTS", true)]
    [InlineData("$.gone NOT EXISTS", false)]
    [InlineData("$.yes IS TRUE && $.no is false", true)]
    [InlineData("$.no IS TRUE", false)]
    [InlineData("$.ip = 10.0.*", true)]
    [InlineData("$.none = 1 || $.n = 4 && $.level = ERROR", true)]
    [InlineData("($.none = 1 || $.n = 4) && $.level = WARN", false)]
    [InlineData("(($.n=4)&&($.level=\"ERROR\"))", true)]
    public void Json_is_picked_by_its_members(string condition, bool picked) => FilterPattern.Parse($"{{ {condition} }}").Matches(
        """{"level":"ERROR","n":4,"deep":{"list":[{},{"a":7}]},"a name":1,"gone":null,"yes":true,"no":false,"ip":"10.0.0.7"}""").ShouldBe(picked);

    [Theory]
    [InlineData("no json")]
    [InlineData("{ broken")]
    [InlineData("[1]")]
    [InlineData("")]
    public void A_line_that_is_no_object_is_not_picked(string line) => FilterPattern.Parse("{ $.a NOT EXISTS }").Matches(line).ShouldBeFalse();

    [Theory]
    [InlineData("foo.bar", "Invalid filter pattern: expected a term of letters, digits and _; put one with other characters into double quotes at character 4, not '.'.")]
    [InlineData("\"open", "Invalid filter pattern: expected \" to close what begins at character 1 at character 6, where it ends.")]
    [InlineData("%open", "Invalid filter pattern: expected % to close the regular expression at character 6, where it ends.")]
    [InlineData("%(%", "is no regular expression that is served")]
    [InlineData("%(?=a)%", "is no regular expression that is served")]
    [InlineData("[ip, user]", "space-delimited events ([w1, w2, ...]) are not served on this machine")]
    [InlineData("{ $.a }", "expected =, !=, <, >, <=, >=, IS or NOT EXISTS at character 7, not '}'.")]
    [InlineData("{ a = 1 }", "expected a member, as in $.level at character 3, not 'a'.")]
    [InlineData("{ $.a = 1", "expected &&, || or } at character 10, where it ends.")]
    [InlineData("{ $.a > x }", "expected a number")]
    [InlineData("{ $.a[*] = 1 }", "[*] are not served on this machine")]
    [InlineData("{ $.a = 1 } x", "expected nothing more at character 13, not 'x'.")]
    [InlineData("{ ($.a = 1 }", "expected &&, || or ) at character 12, not '}'.")]
    public void What_cannot_be_read_is_refused_with_its_place(string pattern, string says) =>
        Should.Throw<FilterPatternException>(() => FilterPattern.Parse(pattern)).Message.ShouldContain(says);

    [Fact]
    public void Whatever_is_written_is_a_filter_or_refused()
    {
        var random = new Random(7);
        string[] pieces = ["{", "}", "(", ")", "[", "]", "$", ".", "a", "\"", "'", "%", "=", "!=", "<", "&&", "||", "IS", "NULL", "NOT", "EXISTS", " ", "1", "*", "?", "-", "\\", "é", "\ud83d\ude00"];
        for (var round = 0; round < 20_000; round++)
        {
            var pattern = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
            try
            {
                var filter = FilterPattern.Parse(pattern);
                _ = filter.Matches("""{"a":1}""");
                _ = filter.Matches("a = 1");
            }
            catch (FilterPatternException)
            {
                // Refused.
            }
        }
    }
}
