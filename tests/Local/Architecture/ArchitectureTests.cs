using Sluice.Deployments.Shapes;
using Sluice.Local.Tests.Architecture.Reading;

namespace Sluice.Local.Tests.Architecture;

/// <summary>Which part of the code may use which, read from the compiled assemblies.</summary>
public sealed class ArchitectureTests
{
    private static readonly CompiledAssembly Suite = CompiledAssembly.Beside("sluice");

    /// <summary>Where AWS's types are: the adapters of the Platform's ports.</summary>
    private static readonly string[] Adapters =
    [
        "Sluice.Platform.Tables.DynamoDb", "Sluice.Platform.Objects.S3", "Sluice.Platform.Access.Kms", "Sluice.BuildRunner.Buckets",
    ];

    public static TheoryData<string> Services => ["Pipelines", "Builds", "Connections", "Deployments", "Packages", "BuildRunner"];

    public static TheoryData<string> Assemblies => ["Platform", "Pipelines", "Builds", "Connections", "Deployments", "Packages", "BuildRunner"];

    [Theory]
    [MemberData(nameof(Services))]
    public void The_folders_of_a_service_have_no_circle(string service) => Folders(service).WithoutRoot().Circles().ShouldBeEmpty();

    /// <summary>What is remembered knows nothing of who remembers it; it may be said in the API's words, which are generated. In Deployments the order below says so.</summary>
    [Theory]
    [InlineData("Pipelines")]
    [InlineData("Builds")]
    [InlineData("Packages")]
    public void A_model_uses_no_folder_of_its_service(string service) =>
        FolderGraph.TopLevel(CompiledAssembly.Beside($"Sluice.{service}"), $"Sluice.{service}").UsedBy("Model", "Shapes").ShouldBeEmpty();

    [Fact]
    public void The_platforms_folders_have_no_circle() =>
        FolderGraph.TopLevel(CompiledAssembly.Beside("Sluice.Platform"), "Sluice.Platform").WithoutRoot().Circles().ShouldBeEmpty();

    /// <summary>The lowest first: none uses one that comes after it.</summary>
    [Fact]
    public void Deployments_have_one_direction() => Folders("Deployments").Upwards(
        "Statistics", "Model.Traffic", "Model.Analysis", "Shapes", "Model.Alarms", "Model", "Keys", "Revisions", "Runs",
        "Analysis.Sampling", "Analysis.Judging", "Analysis.Reading", "Alarms", "Strategies", "AppSpecs", "Starting",
        "Protocol", "Protocol.Steps", "Protocol.Baking", "Protocol.Claiming", "Protocol.Hooks", "Protocol.Returning",
        "Platforms", "Platforms.Rules", "Platforms.Lambda.Packages", "Platforms.Lambda", "Platforms.Lambda.Releases", "Platforms.Ecs", "Platforms.Ecs.Templates", "Platforms.Servers", "Targets", "Recovery",
        "ControlPlane.Applications", "ControlPlane.Configurations", "ControlPlane.Groups", "ControlPlane.Groups.Rules", "ControlPlane.Tags", "ControlPlane.Instances",
        "ControlPlane.Revisions", "ControlPlane.Removal", "ControlPlane.Deployments", "ControlPlane.Actions", "Notifying", "Tracing",
        "Api", "Api.Applications", "Api.Configurations", "Api.Deployments", "Api.GitHub", "Api.Groups", "Api.Hooks", "Api.Instances", "Api.Revisions", "Api.Tags", "Api.Targets",
        FolderGraph.Root).ShouldBeEmpty();

    /// <summary>The lowest first: none uses one that comes after it.</summary>
    [Fact]
    public void Packages_have_one_direction() => FolderGraph.TopLevel(CompiledAssembly.Beside("Sluice.Packages"), "Sluice.Packages").Upwards(
        "Shapes", "Model", "Records", "Contents", "Groups", "Rules", "Upstreams", "Resolving", "Publishing", "Versions", "Retention", "Images", "Removal", "Formats", "Entry", "Api", FolderGraph.Root).ShouldBeEmpty();

    /// <summary>So that a platform more is a folder more. Each says what it wants behind an interface, and one class registers them.</summary>
    [Fact]
    public void Only_its_own_folder_knows_a_platform()
    {
        Rules.KindUses(CompiledAssembly.Beside("Sluice.Deployments"), "Sluice.Deployments.Platforms", "Sluice.Deployments.Platforms.Rules", "Sluice.Deployments.PlatformRegistration").ShouldBeEmpty();
        Rules.MemberNames(SourceLine.Below("functions/Deployments"), typeof(ComputePlatform), "functions/Deployments/Platforms/").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_stands_on_the_platform_and_on_no_other_service(string service) => Rules.OtherServices(CompiledAssembly.Beside($"Sluice.{service}")).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Neither_the_platform_nor_a_service_knows_that_Lambda_runs_it(string assembly) => Rules.LambdaModel(CompiledAssembly.Beside($"Sluice.{assembly}")).ShouldBeEmpty();

    [Theory]
    [InlineData("Pipelines")]
    [InlineData("Builds")]
    [InlineData("Deployments")]
    [InlineData("Connections")]
    [InlineData("Packages")]
    [InlineData("BuildContract")]
    public void A_service_refers_to_no_package_of_AWS(string service) => Rules.AwsPackages(CompiledAssembly.Beside($"Sluice.{service}")).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_type_of_AWS_is_in_a_decision(string assembly) => Rules.AwsUses(CompiledAssembly.Beside($"Sluice.{assembly}"), Adapters).ShouldBeEmpty();

    /// <summary>What is done is done in a service, where tests reach it; an entry point only brings it there.</summary>
    [Fact]
    public void An_entry_point_is_a_few_lines()
    {
        CodeLines.Beside("Sluice.Lambdas").Keys.Where(Rules.IsEntryPoint).ShouldNotBeEmpty();
        Rules.LongEntryPoints("Sluice.Lambdas").ShouldBeEmpty();
    }

    [Fact]
    public void Commands_use_the_host_and_the_host_uses_the_cloud() =>
        FolderGraph.TopLevel(Suite, "Sluice.Local").Upwards(FolderGraph.Root, "Guarding", "StateMachines", "Cloud", "Host", "Commands").ShouldBeEmpty();

    [Fact]
    public void The_engine_has_one_direction()
    {
        var folders = FolderGraph.Nested(Suite, "Sluice.Local.StateMachines");

        folders.Circles().ShouldBeEmpty();
        folders.Upwards("Time", "Values", "Evaluation", "Paths", "Intrinsics", "Templates", "Choices", "Tasks", "Definitions", "Histories", "Journaling", "Running", FolderGraph.Root).ShouldBeEmpty();
    }

    [Fact]
    public void The_commands_have_one_direction() =>
        FolderGraph.TopLevel(Suite, "Sluice.Local.Commands").WithoutRoot().Upwards("Tallies", "Live", "Screens", "Narration", "Clients", "Releases", "Keys", "Connecting", "Packages", "Starting", "Seeing", "Steering", "Validating", "Planning", "Completing", "Builds", "Serving", "Demos").ShouldBeEmpty();

    [Fact]
    public void The_host_has_no_circle() => FolderGraph.TopLevel(Suite, "Sluice.Local.Host").WithoutRoot().Circles().ShouldBeEmpty();

    [Fact]
    public void The_cloud_has_no_circle() => FolderGraph.TopLevel(Suite, "Sluice.Local.Cloud").WithoutRoot().Circles().ShouldBeEmpty();

    private static FolderGraph Folders(string service) => FolderGraph.Nested(CompiledAssembly.Beside($"Sluice.{service}"), $"Sluice.{service}");
}
