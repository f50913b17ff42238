using System.Xml.Linq;

namespace Sluice.Platform.Tests;

/// <summary>The rules of the layout that a compiler does not hold.</summary>
public sealed class ArchitectureTests
{
    private const int MaxEntryPointLines = 15;
    private static readonly string Root = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    public static TheoryData<string> Services => new("Builds", "Deployments", "Pipelines");

    [Theory]
    [MemberData(nameof(Services))]
    [InlineData("BuildRunner")]
    public void A_service_stands_on_the_platform_and_on_no_other_service(string service)
    {
        var project = XDocument.Load(Path.Combine(Root, "functions", service, $"{service}.csproj"));
        var references = project.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));
        references.Except(["Platform", "BuildContract"]).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void No_aws_package_is_used_in_a_service(string service)
    {
        var project = XDocument.Load(Path.Combine(Root, "functions", service, $"{service}.csproj"));
        project.Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value).Where(p => p.StartsWith("AWS", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        Sources(service).Where(HasAwsType).ShouldBeEmpty();
    }

    // What a project refers to, those that refer to it can name, unless it says otherwise.
    [Fact]
    public void Who_stands_on_the_platform_cannot_name_a_type_of_AWS()
    {
        var project = XDocument.Load(Path.Combine(Root, "functions", "Platform", "Platform.csproj"));
        project.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)).ShouldBe(["Signing"]);
        var packages = project.Descendants("PackageReference").Where(r => r.Attribute("Include")!.Value.StartsWith("AWS", StringComparison.Ordinal)).ToList();
        packages.ShouldNotBeEmpty();
        packages.Where(r => r.Attribute("PrivateAssets")?.Value != "compile").ShouldBeEmpty();
    }

    [Fact]
    public void An_entry_point_is_a_few_lines()
    {
        var entryPoints = Sources("Lambdas").Where(f => f.EndsWith("Function.cs", StringComparison.Ordinal)).ToList();
        entryPoints.ShouldNotBeEmpty();
        entryPoints.Where(f => File.ReadAllLines(f).Length > MaxEntryPointLines).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Builds")]
    [InlineData("Pipelines")]
    public void The_folders_of_a_service_have_one_direction_and_its_model_knows_none_of_them(string service)
    {
        var arrows = FolderArrows.Of(service, Sources(service).Select(file => (Path.GetRelativePath(Path.Combine(Root, "functions", service), file), File.ReadAllText(file)))).ToList();
        arrows.ShouldNotBeEmpty();
        FolderArrows.Circles(arrows).ShouldBeEmpty();
        arrows.Where(arrow => arrow.From == "Model").ShouldBeEmpty();
    }

    [Fact]
    public void A_circle_of_folders_is_found_wherever_it_is()
    {
        (string, string)[] files =
        [
            ("Model/Run.cs", "using Sluice.Shop.Records;\nusing Sluice.Platform.Runs;"), ("Records/RunStore.cs", "using Sluice.Shop.Stages.Doors;"), ("Stages/Doors/Door.cs", "using Sluice.Shop.Model;"),
            ("Api/List.cs", "using Sluice.Shop.Records;\nusing Sluice.Shop.Api.Views;"), ("Registration.cs", "using Sluice.Shop.Api;"),
        ];
        var arrows = FolderArrows.Of("Shop", files).ToList();
        FolderArrows.Circles(arrows).ShouldBe(["Model", "Records", "Stages"], ignoreOrder: true);
        arrows.ShouldContain(new FolderArrow("Api", "Records"));
    }

    private static bool HasAwsType(string file) =>
        File.ReadLines(file).Any(l => l.StartsWith("using Amazon.", StringComparison.Ordinal) || l.Contains(" Amazon.", StringComparison.Ordinal));

    private static IEnumerable<string> Sources(string project) =>
        Directory.EnumerateFiles(Path.Combine(Root, "functions", project), "*.cs", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(Root, f).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string FindRoot(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException($"There is no Serverless.sln above {AppContext.BaseDirectory}."),
        _ when File.Exists(Path.Combine(folder.FullName, "Serverless.sln")) => folder.FullName,
        _ => FindRoot(folder.Parent),
    };
}
