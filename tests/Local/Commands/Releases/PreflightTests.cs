using Sluice.Local.Commands.Releases;
using Sluice.Local.Commands.Screens;
using Sluice.Local.StateMachines.Time;
using Sluice.Local.Tests.EndToEnd;
using YamlDotNet.RepresentationModel;

namespace Sluice.Local.Tests.Commands.Releases;

public sealed class PreflightTests : IDisposable
{
    private readonly ReleaseRepository _repository = new();

    [Fact]
    public void Tells_of_a_missing_appspec_before_the_build_with_one_that_can_be_copied()
    {
        _repository.Delete("appspec.yml").Commit();

        var warning = Preflight.Check(_repository.Path, "main").ShouldHaveSingleItem();

        warning.ShouldContain("has no appspec.yml at the root of main");
        warning.ShouldContain("unless the build puts one into its artifact, the deployment will fail.");
        Copied(warning).ShouldContain("Resources");
    }

    [Fact]
    public void Refuses_a_repository_without_a_buildspec_and_shows_both_files()
    {
        _repository.Delete("appspec.yml").Delete("buildspec.yml").Commit();

        var fault = Should.Throw<UsageException>(() => Preflight.Check(_repository.Path, null)).Message;

        fault.ShouldContain("has no buildspec.yml and no appspec.yml at the root of HEAD");
        fault.Split("\n\n").Select(Copied).ShouldBe([["version", "phases", "artifacts"], ["version", "Resources"]]);
    }

    [Fact]
    public void Says_nothing_where_all_is_there_and_how_much_is_not_committed()
    {
        _repository.Commit();
        Preflight.Check(_repository.Path, "main").ShouldBeEmpty();
        _repository.Write("new.txt", "");
        Preflight.Check(_repository.Path, "main").ShouldHaveSingleItem().ShouldStartWith("1 uncommitted change in ");
    }

    public void Dispose() => _repository.Dispose();

    /// <summary>The members of what a person copies from the screen: all below the first line.</summary>
    private static List<string> Copied(string text)
    {
        using var said = new StringWriter();
        new PlainScreen(said, new VirtualTime()).Line("Warning", text);
        var yaml = new YamlStream();
        yaml.Load(new StringReader(said.ToString()[said.ToString().IndexOf('\n', StringComparison.Ordinal)..]));
        return [.. ((YamlMappingNode)yaml.Documents[0].RootNode).Children.Keys.Select(key => key.ToString())];
    }
}
