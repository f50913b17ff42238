using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Sources;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Types;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;
using Sluice.World;

namespace Sluice.Pipelines.Tests.Definitions;

/// <summary>What kinds say that they give is what their actions give.</summary>
public sealed class GivenVariablesTests
{
    [Theory]
    [InlineData(SourceTypes.Git, "Repository,Branch,ConnectionArn")]
    [InlineData(SourceTypes.Connection, "ConnectionArn,FullRepositoryId,BranchName")]
    [InlineData(SourceTypes.CodeCommit, "RepositoryName,BranchName")]
    [InlineData(SourceTypes.GitHub, "Owner,Repo,Branch")]
    public void A_git_source_gives_what_its_kind_says(string provider, string keys)
    {
        var request = new ActionRequest("token", "shop", "run", "Source", "Checkout", "action", keys.Split(',').ToDictionary(key => key, key => "x"), new Dictionary<string, ObjectRef>(), ["Code"]) { Provider = provider };
        var given = CommitVariables.Of(request, new SourceCommit("Checkout", "https://example.com/shop", "main", "c0ffee"), new CommitDetails(default, default, "Open"));

        given.Keys.Order().ShouldBe(SourceTypes.All.Single(kind => kind.Provider == provider).Variables!.Order());
    }

    [Theory]
    [InlineData(SourceTypes.S3)]
    [InlineData(SourceTypes.Ecr)]
    public void Other_sources_give_what_the_page_of_actions_says(string provider)
    {
        var text = DocsPage.Read("pipelines-actions.md").Text;

        SourceTypes.All.Single(kind => kind.Provider == provider).Variables!.ShouldAllBe(name => text.Contains($"`{name}`", StringComparison.Ordinal));
    }

    [Fact]
    public void Kinds_whose_variables_others_name_are_left_open()
    {
        ActionKinds.BuiltIn.Where(kind => kind is { Variables: null, TakesCommands: false }).Select(kind => $"{kind.Category}/{kind.Provider}").ShouldBe(
            ["Build/CodeBuild", "Test/CodeBuild", "Deploy/CloudFormation", "Invoke/Lambda", "Invoke/StepFunctions"], ignoreOrder: true);
    }
}
