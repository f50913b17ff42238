using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace Sluice.Packages.Tests.Rules;

/// <summary>Maven's artifacts of a repository outside: the repository <c>main</c> has the connection. It is the first day of the year 2000.</summary>
public sealed class MavenRuleTests : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _asked = [];
    private RuledWorld? _ruled;
    private LoopbackServer? _outside;

    private RuledWorld Ruled => _ruled!;

    public async ValueTask DisposeAsync()
    {
        _ruled?.Dispose();
        await (_outside?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task A_version_whose_pom_is_too_young_is_not_listed_and_release_names_the_one_before()
    {
        await StartAsync();
        await Ruled.PutAsync("main", """{"minimumAge": {"days": 3}}""");

        var list = await ListAsync();

        (list.Versions, list.Latest, list.Release).ShouldBe(("1.0 1.1", "1.1", "1.1"));
        await ListAsync();
        _asked.Count(path => path.StartsWith("HEAD", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task It_is_refused_by_name_with_its_checksums_until_it_is_old_enough()
    {
        await StartAsync();
        await Ruled.PutAsync("main", """{"minimumAge": {"days": 3}}""");

        foreach (var end in new[] { "jar", "pom", "jar.sha1" })
        {
            var refusal = await Ruled.GetAsync($"/artifacts/org/maven/main/acme/app/1.2/app-1.2.{end}");
            (refusal.Status, (await PackageWorld.TextAsync(refusal)).Contains("It is given from 2000-01-03T12:00:00Z on", StringComparison.Ordinal)).ShouldBe((403, true), end);
        }

        (await TakeAsync("1.1")).ShouldBe(200);
        (await TakeAsync("9.9")).ShouldBe(404);
        Ruled.World.Clock.Moved = TimeSpan.FromDays(3);
        (await TakeAsync("1.2")).ShouldBe(200);
        (await ListAsync()).Versions.ShouldBe("1.0 1.1 1.2");
    }

    [Fact]
    public async Task What_was_taken_before_counts_from_when_it_was_published_there()
    {
        await StartAsync();
        foreach (var version in new[] { "1.1", "1.2" })
        {
            await PackageWorld.BodyAsync(await Ruled.GetAsync($"/artifacts/org/maven/main/acme/app/{version}/app-{version}.pom"));
        }

        await Ruled.PutAsync("main", """{"minimumAge": {"days": 3}}""");

        (await Ruled.GetAsync("/artifacts/org/maven/main/acme/app/1.1/app-1.1.pom")).Status.ShouldBe(200);
        (await Ruled.GetAsync("/artifacts/org/maven/main/acme/app/1.2/app-1.2.pom")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task What_is_outside_cannot_be_published_where_it_is_reached()
    {
        await StartAsync();
        await Ruled.World.RepositoryAsync("own");

        (await PutAsync("main", "1.1")).ShouldBe(409);
        (await PutAsync("own", "1.1")).ShouldBe(201);
        (await PutAsync("main", "7.7")).ShouldBe(201);
    }

    private async Task<int> PutAsync(string repository, string version) => (await Ruled.World.AskAsync("PUT", $"/artifacts/org/maven/{repository}/acme/app/{version}/app-{version}.jar", "ours"u8.ToArray())).Status;

    private async Task<int> TakeAsync(string version)
    {
        var answer = await Ruled.GetAsync($"/artifacts/org/maven/main/acme/app/{version}/app-{version}.jar");
        await PackageWorld.BodyAsync(answer);
        return answer.Status;
    }

    private async Task<(string Versions, string Latest, string Release)> ListAsync()
    {
        var versioning = XDocument.Parse(await PackageWorld.TextAsync(await Ruled.GetAsync("/artifacts/org/maven/main/acme/app/maven-metadata.xml"))).Root!.Element("versioning")!;
        return (string.Join(' ', versioning.Element("versions")!.Elements().Select(version => version.Value)), versioning.Element("latest")!.Value, versioning.Element("release")!.Value);
    }

    private async Task StartAsync()
    {
        _outside = await LoopbackServer.StartAsync(AnswerAsync);
        _ruled = new RuledWorld(new Dictionary<string, Uri> { ["public:maven-central"] = new(_outside.Address + "/m2/") });
        await Ruled.World.RepositoryAsync("main", external: "public:maven-central");
    }

    private async Task AnswerAsync(HttpContext http)
    {
        _asked.Enqueue($"{http.Request.Method} {http.Request.Path.Value}");
        var parts = http.Request.Path.Value!.Split('/');
        if (parts is ["", "m2", "acme", "app", "maven-metadata.xml"])
        {
            await http.Response.WriteAsync("<metadata><groupId>acme</groupId><artifactId>app</artifactId><versioning><latest>1.2</latest><release>1.2</release><versions><version>1.0</version><version>1.1</version><version>1.2</version></versions></versioning></metadata>");
            return;
        }

        if (parts is not ["", "m2", "acme", "app", "1.0" or "1.1" or "1.2", var file] || !(file.EndsWith(".jar", StringComparison.Ordinal) || file.EndsWith(".pom", StringComparison.Ordinal)))
        {
            http.Response.StatusCode = 404;
            return;
        }

        http.Response.Headers.LastModified = new DateTimeOffset(1999, 12, parts[4] == "1.2" ? 31 : 1, 12, 0, 0, TimeSpan.Zero).ToString("R", CultureInfo.InvariantCulture);
        var content = Encoding.UTF8.GetBytes(file.EndsWith(".pom", StringComparison.Ordinal) ? $"<project><groupId>acme</groupId><artifactId>app</artifactId><version>{parts[4]}</version></project>" : "jar");
        http.Response.ContentLength = content.Length;
        if (http.Request.Method == "GET")
        {
            await http.Response.Body.WriteAsync(content);
        }
    }
}
