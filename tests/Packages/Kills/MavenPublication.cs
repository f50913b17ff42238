using System.Text;

namespace Sluice.Packages.Tests.Kills;

/// <summary>Three requests: a version is seen once the list of versions has come.</summary>
internal sealed class MavenPublication : IPublication
{
    private const string Here = "/artifacts/org/maven/main/acme/app/";
    private const string Pom = "<project><modelVersion>4.0.0</modelVersion><groupId>acme</groupId><artifactId>app</artifactId><version>1.0</version></project>";

    public async Task<int> PublishAsync(PackageWorld world)
    {
        foreach (var (path, body) in new[]
        {
            ("1.0/app-1.0.jar", "jar"), ("1.0/app-1.0.pom", Pom),
            ("maven-metadata.xml", "<metadata><groupId>acme</groupId><artifactId>app</artifactId><versioning><versions><version>1.0</version></versions></versioning></metadata>"),
        })
        {
            if ((await world.AskAsync("PUT", Here + path, Encoding.UTF8.GetBytes(body))).Status is not 201 and var status)
            {
                return status;
            }
        }

        return 200;
    }

    public async Task<bool> IsSeenAsync(PackageWorld world) => (await world.AskAsync("GET", $"{Here}maven-metadata.xml")).Status != 404;

    public async Task WholeAsync(PackageWorld world)
    {
        (await PackageWorld.TextAsync(await world.AskAsync("GET", $"{Here}maven-metadata.xml"))).ShouldContain("<release>1.0</release>");
        (await PackageWorld.TextAsync(await world.AskAsync("GET", $"{Here}1.0/app-1.0.jar"))).ShouldBe("jar");
        (await PackageWorld.TextAsync(await world.AskAsync("GET", $"{Here}1.0/app-1.0.pom"))).ShouldBe(Pom);
    }
}
