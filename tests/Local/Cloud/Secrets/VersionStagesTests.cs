using Sluice.Local.Cloud.Secrets;

namespace Sluice.Local.Tests.Cloud.Secrets;

public sealed class VersionStagesTests
{
    [Fact]
    public void Labels_are_at_one_version_and_the_current_one_becomes_the_previous()
    {
        var one = VersionStages.Added([], "1", default, ["AWSCURRENT", "mine"]);
        var two = VersionStages.Added(one, "2", default, ["AWSCURRENT"]);
        var three = VersionStages.Added(two, "3", default, ["AWSCURRENT", "mine"]);

        Text(one).ShouldBe("1:AWSCURRENT,mine");
        Text(two).ShouldBe("1:mine,AWSPREVIOUS 2:AWSCURRENT");
        Text(three).ShouldBe("1: 2:AWSPREVIOUS 3:AWSCURRENT,mine");
        Text(VersionStages.Moved(three, "AWSCURRENT", "3")).ShouldBe("1: 2:AWSPREVIOUS 3:mine,AWSCURRENT");
        Text(VersionStages.Moved(three, "AWSCURRENT", "2")).ShouldBe("1: 2:AWSCURRENT 3:mine,AWSPREVIOUS");
        Text(VersionStages.Removed(three, "mine")).ShouldBe("1: 2:AWSPREVIOUS 3:AWSCURRENT");
    }

    private static string Text(IEnumerable<SecretVersion> versions) => string.Join(' ', versions.Select(version => $"{version.Id}:{string.Join(',', version.Stages)}"));
}
