using Sluice.Packages.Rules;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests.Rules;

public sealed class RuleDocumentTests
{
    [Fact]
    public void A_document_says_what_is_given_and_what_stays()
    {
        var rules = RuleDocument.Read("rules.json", """
            {
              "minimumAge": { "days": 3, "except": [{ "package": "/npm/my-org/*" }, { "package": "/npm//left-pad$", "versions": ["1.3.1"], "reason": "the fix" }] },
              "allow": [{ "package": "/npm/*" }],
              "block": [{ "package": "/npm//event-stream$", "versions": ["3.3.6", ">=4.0.0 <5.0.0"], "reason": "steals" }],
              "frozenAt": "2026-11-01T00:00:00+01:00",
              "retention": { "newest": 10, "days": 90, "prereleases": { "days": 14 } }
            }
            """);

        (rules.MinimumAge!.Hours, rules.MinimumAge.Except.Count, rules.MinimumAge.Except[1].Reason).ShouldBe((72, 2, "the fix"));
        (rules.Allow!.Single().Package, rules.Block.Single().Versions.Count).ShouldBe(("/npm/*", 2));
        rules.FrozenAt.ShouldBe(new DateTimeOffset(2026, 10, 31, 23, 0, 0, TimeSpan.Zero));
        (rules.Retention!.Newest, rules.Retention.Days, rules.Retention.Prereleases!.Newest, rules.Retention.Prereleases.Days).ShouldBe((10, 90, null, 14));
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once_with_its_place()
    {
        var refusal = Should.Throw<ApiException>(() => RuleDocument.Read("rules.json", """
            {
              "minimumAge": { "hours": 1, "days": 1 },
              "block": [
                { "package": "left-pad", "versions": ["<", "a b/c"] },
                { "pakage": "/npm/*" }
              ],
              "frozenAt": "soon",
              "retention": { "newest": 0, "prereleases": { "days": 1, "prereleases": {} } },
              "alow": []
            }
            """));

        refusal.Code.ShouldBe("ValidationException");
        foreach (var fault in new[]
        {
            "rules.json:2: minimumAge: expected either hours or days",
            "rules.json:4: block[0].package: is 'left-pad'; expected /*, /FORMAT/*",
            "rules.json:4: block[0].versions: '<' is no version; expected a version, or comparisons such as '>=1.2.0 <2.0.0'",
            "block[0].versions: 'a b/c' is no version",
            "rules.json:5: block[1].package: is missing",
            "rules.json:5: block[1].pakage: is not known here",
            "rules.json:7: frozenAt: 'soon' is no time",
            "rules.json:8: retention.newest: a whole number from 1 to",
            "retention.prereleases.prereleases: is not known here",
            "rules.json:9: alow: is not known here",
        })
        {
            refusal.Message.ShouldContain(fault);
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"minimumAge\": 3}")]
    [InlineData("{\"minimumAge\": {\"days\": \"3\"}}")]
    [InlineData("{\"allow\": null}")]
    [InlineData("{\"retention\": {}}")]
    public void What_is_no_such_document_is_refused(string document) => Should.Throw<ApiException>(() => RuleDocument.Read("rules.json", document)).Code.ShouldBe("ValidationException");
}
