using Sluice.Packages.Model;
using Sluice.Packages.Shapes;
using Sluice.Packages.Versions;

namespace Sluice.Packages.Tests.Versions;

public sealed class CopyRulesTests
{
    [Theory]
    [InlineData(PackageVersionStatus.Published)]
    [InlineData(PackageVersionStatus.Unlisted)]
    public void A_copy_is_the_same_version_with_its_revision_and_origin(PackageVersionStatus status)
    {
        var source = AVersion.Of(status);

        Copy(source, null).After.ShouldBe(source with { Sequence = 7 });
    }

    [Theory]
    [InlineData(PackageVersionStatus.Unfinished)]
    [InlineData(PackageVersionStatus.Archived)]
    [InlineData(PackageVersionStatus.Disposed)]
    public void What_is_not_served_is_not_copied(PackageVersionStatus status) => Copy(AVersion.Of(status), null).Failure!.Code.ShouldBe(PackageVersionErrorCode.NOT_ALLOWED);

    [Fact]
    public void What_is_not_there_is_not_found() => Copy(null, AVersion.Of()).Failure.ShouldBe(VersionFailure.NotFound("1.0"));

    [Fact]
    public void The_same_one_that_is_there_already_stays_as_it_is()
    {
        var there = AVersion.Of() with { Sequence = 5 };

        Copy(AVersion.Of(), there).After.ShouldBeSameAs(there);
    }

    [Fact]
    public void Another_one_that_is_there_is_replaced_if_that_is_wanted()
    {
        var there = AVersion.Of(content: "b") with { Sequence = 9, Revision = "other" };

        Copy(AVersion.Of(), there).Failure!.Code.ShouldBe(PackageVersionErrorCode.ALREADY_EXISTS);
        Copy(AVersion.Of(), there, overwrite: true).After!.ShouldSatisfyAllConditions(after => after.Revision.ShouldBe("rev-1.0"), after => after.Sequence.ShouldBe(10), after => after.Assets.Single().Hashes.Sha256.ShouldBe("a"));
        Copy(AVersion.Of(), there with { Status = PackageVersionStatus.Disposed }, overwrite: true).Failure!.Code.ShouldBe(PackageVersionErrorCode.NOT_ALLOWED);
    }

    [Fact]
    public void Another_status_is_another_version() => Copy(AVersion.Of(), AVersion.Of(PackageVersionStatus.Unlisted)).Failure!.Code.ShouldBe(PackageVersionErrorCode.ALREADY_EXISTS);

    [Fact]
    public void A_revision_that_was_not_meant_is_not_copied() =>
        Copy(AVersion.Of(), null, expected: new Expectation(new Dictionary<string, string> { ["1.0"] = "old" })).Failure!.Code.ShouldBe(PackageVersionErrorCode.MISMATCHED_REVISION);

    private static VersionVerdict Copy(StoredVersion? source, StoredVersion? there, bool overwrite = false, Expectation? expected = null) => CopyRules.Copy("1.0", source, there, expected ?? new Expectation(), overwrite, 7);
}
