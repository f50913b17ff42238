using System.Xml.Linq;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.Maven;

/// <summary>What a POM says of its version.</summary>
internal sealed record Pom(string? Group, string? Artifact, string? Version, VersionSummary Summary, IReadOnlyList<StoredDependency> Dependencies)
{
    private const int MostDependencies = 10_000;

    /// <exception cref="InvalidDataException">It is none. The message follows its name.</exception>
    public static Pom Read(byte[] content)
    {
        var project = SafeXml.Read(content, "project");
        var parent = project.Child("parent");
        return new Pom(
            project.Text("groupId") ?? parent?.Text("groupId"),
            project.Text("artifactId"),
            project.Text("version") ?? parent?.Text("version"),
            new VersionSummary
            {
                DisplayName = project.Text("name"),
                Summary = project.Text("description"),
                HomePage = project.Text("url"),
                SourceCodeRepository = project.Child("scm")?.Text("url"),
                Licenses = [.. (project.Child("licenses")?.Children("license") ?? []).Select(license => new StoredLicense(license.Text("name"), license.Text("url"))).Where(license => license is not (null, null))],
            },
            [.. (project.Child("dependencies")?.Children("dependency") ?? []).Take(MostDependencies).Select(Dependency).OfType<StoredDependency>()]);
    }

    /// <summary>What is not as the path says. What is an expression is not known before it is built.</summary>
    public IEnumerable<string> Faults(MavenPath path)
    {
        if (Differs(Group, path.Group))
        {
            yield return $"groupId: '{path.Group}' is expected by its path, not '{Group}'";
        }

        if (Differs(Artifact, path.Artifact))
        {
            yield return $"artifactId: '{path.Artifact}' is expected by its path, not '{Artifact}'";
        }

        if (Differs(Version, path.Folder!) && Version != path.Version)
        {
            yield return $"version: '{path.Folder}' is expected by its path, not '{Version}'";
        }
    }

    private static bool Differs(string? said, string expected) => said != expected && said?.Contains("${", StringComparison.Ordinal) != true;

    private static StoredDependency? Dependency(XElement dependency) => dependency.Text("artifactId") is { } name
        ? new StoredDependency(dependency.Text("groupId"), name, dependency.Text("optional") == "true" ? "optional" : dependency.Text("scope") ?? "compile", dependency.Text("version") ?? "")
        : null;
}
