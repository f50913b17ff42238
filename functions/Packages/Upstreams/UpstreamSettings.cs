namespace Sluice.Packages.Upstreams;

/// <summary>The registries outside, by the names that CodeArtifact gives them.</summary>
/// <param name="Connections">Each once.</param>
public sealed record UpstreamSettings(IReadOnlyList<ExternalConnection> Connections)
{
    /// <summary>Where they are for all the world.</summary>
    public static UpstreamSettings Public { get; } = new(
    [
        new("public:npmjs", PackageFormat.npm, new Uri("https://registry.npmjs.org/")),
        new("public:nuget-org", PackageFormat.nuget, new Uri("https://api.nuget.org/")),
        new("public:pypi", PackageFormat.pypi, new Uri("https://pypi.org/")),
        new("public:maven-central", PackageFormat.maven, new Uri("https://repo1.maven.org/maven2/")),
        new("public:maven-googleandroid", PackageFormat.maven, new Uri("https://maven.google.com/")),
        new("public:maven-gradleplugins", PackageFormat.maven, new Uri("https://plugins.gradle.org/m2/")),
        new("public:maven-commonsware", PackageFormat.maven, new Uri("https://repo.commonsware.com.s3.amazonaws.com/")),
        new("public:maven-clojars", PackageFormat.maven, new Uri("https://repo.clojars.org/")),
        new("public:ruby-gems-org", PackageFormat.ruby, new Uri("https://rubygems.org/")),
        new("public:crates-io", PackageFormat.cargo, new Uri("https://index.crates.io/")),
    ]);

    /// <summary>The one of this name; null if there is none.</summary>
    public ExternalConnection? Find(string? name) => Connections.FirstOrDefault(connection => connection.Name == name);

    /// <summary>With other addresses for some of them: a mirror of one's own.</summary>
    public UpstreamSettings With(IReadOnlyDictionary<string, Uri> addresses) =>
        new([.. Connections.Select(connection => addresses.TryGetValue(connection.Name, out var address) ? connection with { Address = address } : connection)]);
}
