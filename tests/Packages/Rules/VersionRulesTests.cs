using Sluice.Packages.Formats;
using Sluice.Packages.Model;
using Sluice.Packages.Rules;
using Sluice.Packages.Shapes;

namespace Sluice.Packages.Tests.Rules;

public sealed class VersionRulesTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly PackageId _id = new("org", "main", PackageFormat.npm, "team", "ui");

    [Theory]
    [InlineData(71, "MinimumAge")]
    [InlineData(72, null)]
    [InlineData(-5, "MinimumAge")]
    public void A_version_from_outside_is_given_once_it_is_old_enough(int hours, string? rule) =>
        Withheld(new PackageRules { MinimumAge = new AgeRule(72, []) }, "1.0.0", _now.AddHours(-hours)).ShouldBe(rule);

    [Fact]
    public void What_is_too_young_is_told_with_when_it_is_given()
    {
        var rules = Rules(new PackageRules { MinimumAge = new AgeRule(72, []) });

        var withholding = rules.Withheld(new RuledVersion("1.0.0", IsOutside: true, _now.AddHours(-1)), _now).ShouldNotBeNull();

        withholding.Until.ShouldBe(_now.AddHours(71));
        withholding.ToString().ShouldBe("the repository 'main' wants versions from outside to be 3 days old, and it was published 2026-11-28T11:00:00Z. It is given from 2026-12-01T11:00:00Z on");
    }

    [Fact]
    public void What_was_published_here_need_not_be_old() =>
        Rules(new PackageRules { MinimumAge = new AgeRule(72, []) }).Withheld(new RuledVersion("1.0.0", IsOutside: false, _now), _now).ShouldBeNull();

    [Theory]
    [InlineData("/npm/team/*", null)]
    [InlineData("/npm/team/ui$", null)]
    [InlineData("/npm/other/*", "MinimumAge")]
    [InlineData("/npm/teaм/*", "MinimumAge")]
    [InlineData("/npm/TEAM/*", "MinimumAge")]
    public void An_exception_is_of_the_packages_that_it_names_and_not_of_those_that_look_like_them(string pattern, string? rule) =>
        Withheld(new PackageRules { MinimumAge = new AgeRule(72, [new NamedVersions(pattern, [], null)]) }, "1.0.0", _now).ShouldBe(rule);

    [Theory]
    [InlineData("1.2.3", "1.2.3", "Block")]
    [InlineData("1.2.3", "1.2.4", null)]
    [InlineData("<1.3.0", "1.2.4", "Block")]
    [InlineData("<1.3.0", "1.3.0-rc.1", "Block")]
    [InlineData(">=1.2.0 <2.0.0", "1.9.9", "Block")]
    [InlineData(">=1.2.0 <2.0.0", "2.0.0", null)]
    [InlineData(">1.2.3", "1.2.3", null)]
    [InlineData("<=1.2.3", "1.2.3", "Block")]
    public void Versions_are_named_by_numbers_and_ranges(string range, string version, string? rule) =>
        Withheld(new PackageRules { Block = [new NamedVersions("/npm/team/ui$", [range], "it steals")] }, version, _now.AddYears(-1)).ShouldBe(rule);

    [Theory]
    [InlineData("/npm/*", null)]
    [InlineData("/npm/team~", null)]
    [InlineData("/npm//team-ui$", "Allow")]
    [InlineData("/pypi/*", "Allow")]
    public void Only_what_is_allowed_is_given(string pattern, string? rule) => Withheld(new PackageRules { Allow = [new NamedVersions(pattern, [], null)] }, "1.0.0", _now).ShouldBe(rule);

    [Fact]
    public void What_is_blocked_is_not_given_though_it_is_allowed() =>
        Withheld(new PackageRules { Allow = [new NamedVersions("/*", [], null)], Block = [new NamedVersions("/*", ["1.0.0"], null)] }, "1.0.0", _now).ShouldBe("Block");

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "Frozen")]
    public void A_frozen_set_has_nothing_that_came_later(int seconds, string? rule) => Withheld(new PackageRules { FrozenAt = _now.AddDays(-9) }, "1.0.0", _now.AddDays(-9).AddSeconds(seconds)).ShouldBe(rule);

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "AsOf")]
    public void A_token_gives_what_there_was_at_its_time(int seconds, string? rule) =>
        new VersionRules(_id, new SemanticOrder(PackageFormat.npm), [], [], _now.AddDays(-9)).Withheld(new RuledVersion("1.0.0", IsOutside: false, _now.AddDays(-9).AddSeconds(seconds)), _now)?.Rule.ToString().ShouldBe(rule);

    [Theory]
    [InlineData(null, "1.0.0", "Quarantine")]
    [InlineData("1.0.0", "1.0.0", "Quarantine")]
    [InlineData("1.0.0", "1.0.1", null)]
    public void Quarantine_is_of_a_version_or_of_all(string? quarantined, string version, string? rule)
    {
        var quarantine = new StoredQuarantine("org", PackageFormat.npm, "team", "ui", quarantined, "CVE-2026-1", "ops", _now, "r");

        new VersionRules(_id, new SemanticOrder(PackageFormat.npm), [], [quarantine], null).Withheld(new RuledVersion(version, IsOutside: false, _now), _now)?.Rule.ToString().ShouldBe(rule);
    }

    [Fact]
    public void The_longest_of_the_ages_holds_and_each_list_does()
    {
        HeldRules[] held = [new("a", new PackageRules { MinimumAge = new AgeRule(10, []) }, "1"), new("b", new PackageRules { MinimumAge = new AgeRule(20, []) }, "2")];

        new VersionRules(_id, new SemanticOrder(PackageFormat.npm), held, [], null).Withheld(new RuledVersion("1.0.0", IsOutside: true, _now), _now)!.Owner.ShouldBe("b");
    }

    private static string? Withheld(PackageRules rules, string version, DateTimeOffset released) => Rules(rules).Withheld(new RuledVersion(version, IsOutside: true, released), _now)?.Rule.ToString();

    private static VersionRules Rules(PackageRules rules) => new(_id, new SemanticOrder(PackageFormat.npm), [new HeldRules("the repository 'main'", rules, "1")], [], null);
}
