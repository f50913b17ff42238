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
        references.Except(["Platform", "Hosting", "BuildContract"]).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void No_aws_package_is_used_in_a_service(string service)
    {
        var project = XDocument.Load(Path.Combine(Root, "functions", service, $"{service}.csproj"));
        project.Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value).Where(p => p.StartsWith("AWS", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        Sources(service).Where(HasAwsType).ShouldBeEmpty();
    }

    [Fact]
    public void An_entry_point_is_a_few_lines()
    {
        var entryPoints = Sources("Lambdas").Where(f => f.EndsWith("Function.cs", StringComparison.Ordinal)).ToList();
        entryPoints.ShouldNotBeEmpty();
        entryPoints.Where(f => File.ReadAllLines(f).Length > MaxEntryPointLines).ShouldBeEmpty();
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
