using Sluice.Packages.Formats.Ruby.Names;
using Sluice.Packages.Formats.Ruby.Specs;

namespace Sluice.Packages.Formats.Ruby.Marshalling;

/// <summary>Writes what RubyGems reads of gems, as its own classes.</summary>
internal static class SpecMarshal
{
    private const int Members = 19;
    private const int FormOfSpecification = 4;

    /// <summary>A whole specification.</summary>
    public static byte[] Specification(GemSpec spec)
    {
        var inner = new MarshalWriter().Array(Members).Text(spec.MadeBy).Int(FormOfSpecification).Text(spec.File.Name).Version(spec.File.Version).Day(spec.Date).Text(spec.Summary)
            .Requirement(spec.RubyVersion).Requirement(spec.RubyGemsVersion).Text(spec.File.Platform).Array(spec.Dependencies.Count);
        foreach (var dependency in spec.Dependencies)
        {
            inner.Dependency(dependency);
        }

        inner.Text("");
        _ = spec.Emails.Count == 1 ? inner.Text(spec.Emails[0]) : inner.Texts(spec.Emails);
        inner.Texts(spec.Authors).Text(spec.Description).Text(spec.HomePage).Flag(true).Text(spec.File.Platform).Texts(spec.Licenses).Hash(spec.Metadata.Count);
        foreach (var (name, value) in spec.Metadata)
        {
            inner.Text(name).Text(value);
        }

        return new MarshalWriter().Own("Gem::Specification", inner.ToBytes()).ToBytes();
    }

    /// <summary>A list of gems: name, version and platform of each.</summary>
    public static byte[] Names(IReadOnlyList<GemFile> files)
    {
        var writer = new MarshalWriter().Array(files.Count);
        foreach (var file in files)
        {
            writer.Array(3).Text(file.Name).Version(file.Version).Text(file.Platform);
        }

        return writer.ToBytes();
    }

    /// <summary>What gems need to run, as older bundlers ask for it.</summary>
    public static byte[] Dependencies(IReadOnlyList<(GemFile File, IReadOnlyList<(string Name, string Requirement)> Needs)> gems)
    {
        var writer = new MarshalWriter().Array(gems.Count);
        foreach (var (file, needs) in gems)
        {
            writer.Hash(4).Symbol("name").Text(file.Name).Symbol("number").Text(file.Version).Symbol("platform").Text(file.Platform).Symbol("dependencies").Array(needs.Count);
            foreach (var (name, requirement) in needs)
            {
                writer.Array(2).Text(name).Text(requirement);
            }
        }

        return writer.ToBytes();
    }

    private static void Dependency(this MarshalWriter writer, GemDependency dependency) => writer.Object("Gem::Dependency", 5)
        .Symbol("@name").Text(dependency.Name).Symbol("@requirement").Requirement(dependency.Requirement).Symbol("@type").Symbol(dependency.Type).Symbol("@prerelease").Flag(false)
        .Symbol("@version_requirements").Requirement(dependency.Requirement);

    private static MarshalWriter Requirement(this MarshalWriter writer, GemRequirement requirement)
    {
        writer.Wrapped("Gem::Requirement").Array(1).Array(requirement.Parts.Count);
        foreach (var (sign, version) in requirement.Parts)
        {
            writer.Array(2).Text(sign).Version(version);
        }

        return writer;
    }

    private static MarshalWriter Version(this MarshalWriter writer, string version) => writer.Wrapped("Gem::Version").Array(1).Text(version);

    private static MarshalWriter Texts(this MarshalWriter writer, IReadOnlyList<string> texts)
    {
        writer.Array(texts.Count);
        foreach (var text in texts)
        {
            writer.Text(text);
        }

        return writer;
    }
}
