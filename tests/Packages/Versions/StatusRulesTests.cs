using Sluice.Packages.Model;
using Sluice.Packages.Shapes;
using Sluice.Packages.Versions;

namespace Sluice.Packages.Tests.Versions;

public sealed class StatusRulesTests
{
    private static readonly DateTimeOffset Now = AVersion.Then.AddDays(1);

    public static TheoryData<PackageVersionStatus, PackageVersionStatus> Ways()
    {
        var ways = new TheoryData<PackageVersionStatus, PackageVersionStatus>();
        foreach (var from in new[] { PackageVersionStatus.Published, PackageVersionStatus.Unfinished, PackageVersionStatus.Unlisted, PackageVersionStatus.Archived })
        {
            foreach (var to in Enum.GetValues<PackageVersionStatus>().Where(StatusRules.CanBeGiven).Where(to => to != from))
            {
                ways.Add(from, to);
            }
        }

        return ways;
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Any_status_but_disposed_is_followed_by_any_that_can_be_given(PackageVersionStatus from, PackageVersionStatus to)
    {
        var before = AVersion.Of(from);

        var after = StatusRules.Update("1.0", before, new Expectation(), to, Now).After!;

        after.ShouldSatisfyAllConditions(() => after.Status.ShouldBe(to), () => after.Sequence.ShouldBe(2), () => after.Revision.ShouldBe(before.Revision), () => after.PublishedAt.ShouldBe(before.PublishedAt ?? Now));
    }

    [Fact]
    public void A_status_that_it_has_already_changes_nothing()
    {
        var before = AVersion.Of();

        StatusRules.Update("1.0", before, new Expectation(), PackageVersionStatus.Published, Now).After.ShouldBeSameAs(before);
    }

    [Theory]
    [InlineData(PackageVersionStatus.Unfinished)]
    [InlineData(PackageVersionStatus.Disposed)]
    [InlineData(PackageVersionStatus.Deleted)]
    public void Others_cannot_be_given(PackageVersionStatus status) => StatusRules.CanBeGiven(status).ShouldBeFalse();

    [Fact]
    public void What_was_disposed_of_never_comes_back_and_can_be_deleted()
    {
        var disposed = StatusRules.Dispose("1.0", AVersion.Of(), new Expectation()).After!;

        disposed.ShouldSatisfyAllConditions(
            () => disposed.Status.ShouldBe(PackageVersionStatus.Disposed), () => disposed.Assets.ShouldBeEmpty(), () => disposed.Readme.ShouldBeNull(), () => disposed.PublishedAt.ShouldBe(AVersion.Then), () => disposed.Sequence.ShouldBe(2));
        StatusRules.Update("1.0", disposed, new Expectation(), PackageVersionStatus.Published, Now).Failure!.Code.ShouldBe(PackageVersionErrorCode.NOT_ALLOWED);
        StatusRules.Dispose("1.0", disposed, new Expectation()).After.ShouldBeSameAs(disposed);
        StatusRules.Delete("1.0", disposed, new Expectation()).ShouldBe(VersionVerdict.Deleted);
    }

    [Fact]
    public void What_is_not_there_is_not_found()
    {
        StatusRules.Update("9", null, new Expectation(), PackageVersionStatus.Archived, Now).Failure.ShouldBe(VersionFailure.NotFound("9"));
        StatusRules.Dispose("9", null, new Expectation()).Failure.ShouldBe(VersionFailure.NotFound("9"));
        StatusRules.Delete("9", null, new Expectation()).Failure.ShouldBe(VersionFailure.NotFound("9"));
    }

    [Fact]
    public void What_is_otherwise_than_it_was_taken_to_be_stays()
    {
        var before = AVersion.Of();

        StatusRules.Delete("1.0", before, new Expectation(Status: PackageVersionStatus.Unlisted)).Failure
            .ShouldBe(new VersionFailure(PackageVersionErrorCode.MISMATCHED_STATUS, "current status: Published, expected status: Unlisted"));
        StatusRules.Dispose("1.0", before, new Expectation(new Dictionary<string, string> { ["1.0"] = "old" })).Failure
            .ShouldBe(new VersionFailure(PackageVersionErrorCode.MISMATCHED_REVISION, "current revision: rev-1.0, expected revision: old"));
        StatusRules.Update("1.0", before, new Expectation(new Dictionary<string, string> { ["1.0"] = "rev-1.0" }, PackageVersionStatus.Published), PackageVersionStatus.Archived, Now).Failure.ShouldBeNull();
    }
}
