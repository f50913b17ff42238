using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sluice.Lambdas.Tests.Rights;

namespace Sluice.Lambdas.Tests;

/// <summary>What brings the suite into an account, beside the template.</summary>
public sealed partial class AccountFilesTests
{
    private static readonly string Repository = typeof(AccountFilesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Repository").Value!;
    private static readonly JsonObject Parameters = (JsonObject)new AccountTemplate().Document["Parameters"]!;

    [Theory]
    [InlineData("default")]
    [InlineData("staging")]
    [InlineData("production")]
    public void Each_environment_of_samconfig_deploys_a_stack_of_its_own_and_overrides_what_is_there(string environment)
    {
        var section = Section($"[{environment}.deploy.parameters]");
        section.ShouldContain("resolve_s3 = true");
        section.ShouldContain("capabilities = \"CAPABILITY_IAM\"");
        section.ShouldContain(environment == "default" ? "stack_name = \"sluice\"" : $"stack_name = \"sluice-{environment}\"");
        var overrides = Override().Matches(section).Select(match => match.Groups["name"].Value).ToList();
        overrides.ShouldNotBeEmpty();
        overrides.ShouldBeSubsetOf(Parameters.Select(parameter => parameter.Key));
        Section($"[{environment}.build.parameters]").ShouldContain("use_container = false");
    }

    [Fact]
    public void The_page_tells_every_parameter_and_every_output()
    {
        var page = DocsPage.Read("account.md").Text;
        var outputs = (JsonObject)new AccountTemplate().Document["Outputs"]!;
        Parameters.Concat(outputs).Select(named => named.Key).Where(name => !page.Contains($"| `{name}` |", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>An image cannot be made here; that what it is made of is there, and what it starts is what is built, can be seen.</summary>
    [Fact]
    public void The_image_of_builds_is_made_of_what_is_there_and_starts_the_builds_program()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository, "functions", "BuildRunner", "Dockerfile"));
        var copied = lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from=")).SelectMany(line => line.Split(' ')[1..^1]).ToList();
        copied.Where(path => !Path.Exists(Path.Combine(Repository, path))).ShouldBeEmpty();
        copied.ShouldContain("functions/BuildRunner");
        copied.ShouldContain("functions/BuildFunction");
        Referenced("functions/BuildFunction/BuildFunction.csproj").ShouldBeSubsetOf(copied);
        lines.Last().ShouldBe($"ENTRYPOINT [\"dotnet\", \"/opt/sluice/{Assembly.Load("Sluice.BuildRunner").GetName().Name}.dll\"]");
    }

    [Fact]
    public void The_image_of_the_server_of_packages_is_made_of_what_is_there_and_starts_it()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository, "functions", "PackageServer", "Dockerfile"));
        var copied = lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from=")).SelectMany(line => line.Split(' ')[1..^1]).ToList();
        copied.Where(path => !Path.Exists(Path.Combine(Repository, path))).ShouldBeEmpty();
        Referenced("functions/PackageServer/PackageServer.csproj").ShouldBeSubsetOf(copied);
        lines.Last().ShouldBe($"ENTRYPOINT [\"dotnet\", \"/opt/sluice/{Assembly.Load("Sluice.PackageServer").GetName().Name}.dll\"]");
    }

    [Fact]
    public void As_a_function_the_image_starts_what_was_put_into_it()
    {
        var functions = new AccountTemplate().OfType("AWS::Lambda::Function").ToList();
        functions.ShouldNotBeEmpty();
        functions.Select(function => (string)function.Properties["ImageConfig"]!["EntryPoint"]![1]!).Distinct().ShouldBe(["/opt/sluice/Sluice.BuildFunction.dll"]);
        File.ReadAllText(Path.Combine(Repository, "functions", "BuildFunction", "RunBuildFunction.cs")).ShouldContain($" {(string)functions[0].Properties["Environment"]!["Variables"]!["ANNOTATIONS_HANDLER"]!}(");
    }

    /// <summary>The programs of machines that CodeBuild lends, where the machine and the page say they are.</summary>
    [Fact]
    public void What_CodeBuild_fetches_is_what_the_page_has_put_there()
    {
        var page = DocsPage.Read("account.md").Text;
        var location = (string)new AccountTemplate().OfType("AWS::CodeBuild::Project").Single().Properties["Source"]!["Location"]!;
        page.ShouldContain($"\"s3://$(output ObjectsBucket)/{location[(location.IndexOf('/') + 1)..]}\"");
        page.ShouldContain($"\"s3://$(output ObjectsBucket)/{location[(location.IndexOf('/') + 1)..].Replace(".zip", "-arm64.zip", StringComparison.Ordinal)}\"");
        File.Exists(Path.Combine(Repository, "functions", "BuildRunner", "publish.sh")).ShouldBeTrue();
    }

    /// <summary>The folders of the projects that a project refers to, and they.</summary>
    private static IEnumerable<string> Referenced(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        foreach (Match match in Reference().Matches(File.ReadAllText(Path.Combine(Repository, project))))
        {
            var other = Path.GetRelativePath(Repository, Path.GetFullPath(Path.Combine(Repository, folder, match.Groups["path"].Value)));
            yield return Path.GetDirectoryName(other)!;
            foreach (var further in Referenced(other))
            {
                yield return further;
            }
        }
    }

    private static string Section(string heading)
    {
        var text = File.ReadAllText(Path.Combine(Repository, "samconfig.toml"));
        var start = text.IndexOf(heading, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, heading);
        var end = text.IndexOf("\n[", start, StringComparison.Ordinal);
        return end < 0 ? text[start..] : text[start..end];
    }

    [GeneratedRegex("\"(?<name>\\w+)=", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Override();

    [GeneratedRegex("ProjectReference Include=\"(?<path>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
