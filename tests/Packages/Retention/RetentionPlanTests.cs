using Sluice.Packages.Formats;
using Sluice.Packages.Model;
using Sluice.Packages.Retention;
using Sluice.Packages.Shapes;

namespace Sluice.Packages.Tests.Retention;

public sealed class RetentionPlanTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(2, null, "1.0.0 2.0.0")]
    [InlineData(null, 25, "1.0.0 2.0.0")]
    [InlineData(1, 25, "1.0.0 2.0.0")]
    [InlineData(3, 5, "1.0.0 2.0.0 3.0.0")]
    [InlineData(null, 0, "")]
    [InlineData(9, null, "1.0.0 2.0.0 3.0.0 4.0.0")]
    public void What_is_neither_among_the_newest_nor_young_goes(int? newest, int? days, string stays) =>
        Stays(new RetentionRule(newest, days), Version("1.0.0", 10), Version("2.0.0", 20), Version("3.0.0", 30), Version("4.0.0", 40)).ShouldBe(stays);

    [Fact]
    public void What_a_tag_names_or_is_in_quarantine_stays()
    {
        StoredVersion[] versions = [Version("1.0.0", 30), Version("2.0.0", 20), Version("3.0.0", 10)];
        var quarantine = new StoredQuarantine("org", PackageFormat.npm, null, "left", "2.0.0", "why", "ops", _now, "r");

        RetentionPlan.Of(versions, new HashSet<string> { "1.0.0" }, [quarantine], new SemanticOrder(PackageFormat.npm), new RetentionRule(1, null), _now).ShouldBeEmpty();
    }

    [Fact]
    public void Prereleases_can_be_counted_by_themselves()
    {
        StoredVersion[] versions = [Version("1.0.0", 40), Version("1.1.0-rc.1", 30), Version("1.1.0-rc.2", 20), Version("2.0.0-rc.1", 10)];

        Gone(versions, new RetentionRule(2, null)).ShouldBe(["1.0.0", "1.1.0-rc.1"]);
        Gone(versions, new RetentionRule(2, null, new RetentionRule(1, null))).ShouldBe(["1.1.0-rc.1", "1.1.0-rc.2"]);
    }

    [Fact]
    public void What_is_not_served_is_neither_counted_nor_taken_away()
    {
        StoredVersion[] versions = [Version("1.0.0", 40), Version("2.0.0", 30) with { Status = PackageVersionStatus.Archived }, Version("3.0.0", 20) with { Status = PackageVersionStatus.Unfinished }];

        Gone(versions, new RetentionRule(1, null)).ShouldBeEmpty();
    }

    [Fact]
    public void It_is_said_why() => RetentionPlan.Of([Version("1.0.0", 40), Version("2.0.0", 30)], new HashSet<string>(), [], new SemanticOrder(PackageFormat.npm), new RetentionRule(1, 7), _now).Single().Reason
        .ShouldBe("it is not among the newest 1 and it is here since 2026-10-19T00:00:00Z, more than 7 days");

    private static string Stays(RetentionRule rule, params StoredVersion[] versions) => string.Join(' ', versions.Select(version => version.Version).Except(Gone(versions, rule)));

    private static string[] Gone(StoredVersion[] versions, RetentionRule rule) => [.. RetentionPlan.Of(versions, new HashSet<string>(), [], new SemanticOrder(PackageFormat.npm), rule, _now).Select(one => one.Version.Version).Order(StringComparer.Ordinal)];

    private static StoredVersion Version(string version, int days) =>
        new(version, PackageVersionStatus.Published, "r", VersionOrigin.Published("main"), [], _now.AddDays(-days)) { PublishedAt = _now.AddDays(-days) };
}
