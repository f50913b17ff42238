using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Packages.Entry;
using Sluice.Packages.Tests.Kills;
using Sluice.Packages.Upstreams;
using Sluice.Platform;
using Sluice.Platform.Access;
using Sluice.Platform.Access.Tokens;
using Sluice.Platform.Events;
using Sluice.Platform.Ids;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.Protocol;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Packages.Tests;

/// <summary>CodeArtifact on a table and objects in memory, with its registries and an outside of the test's own.</summary>
internal sealed class PackageWorld : IDisposable
{
    private const string Endpoint = "127.0.0.1:8080";
    private readonly SqliteTable _stored = SqliteTable.InMemory(TimeProvider.System);
    private readonly CountingTable _table;
    private readonly ServiceProvider _services;
    private string? _token;

    /// <param name="outside">Addresses of registries outside, by the names of their connections.</param>
    /// <param name="wrap">What the objects are to do beside.</param>
    public PackageWorld(IReadOnlyDictionary<string, Uri>? outside = null, Func<IObjectStore, IObjectStore>? wrap = null)
    {
        _table = new CountingTable(_stored);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ITable>(new CrashingTable(_table, Crashes))
            .AddSingleton(wrap?.Invoke(Objects) ?? new CrashingObjects(Objects, Crashes))
            .AddSingleton<IIds>(new CountingIds())
            .AddSingleton<ISecretBox>(new OpenBox())
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(UpstreamSettings.Public.With(outside ?? new Dictionary<string, Uri>()))
            .AddPlatform()
            .AddPackages()
            .BuildServiceProvider();
    }

    public SetClock Clock { get; } = new();

    /// <summary>Kills the process at one of its writes.</summary>
    public Crashes Crashes { get; } = new();

    /// <summary>How many writes were made so far.</summary>
    public int Writes => _table.Writes;

    /// <summary>The partitions that were read so far, one for each read.</summary>
    public IReadOnlyList<string> Read => _table.Read;

    public IServiceProvider Services => _services;

    /// <summary>CodeArtifact's operations over the wire.</summary>
    public WireApi Api => new(_services, "codeartifact");

    public MemoryObjects Objects { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A token of the domain for a key of this role.</summary>
    public async Task<string> TokenAsync(string role = "admin", string domain = "org")
    {
        var key = await Get<AccessKeys>().IssueAsync(role, "tester");
        return (await Get<PackageTokens>().IssueAsync(domain, key.Key.AccessKeyId, TimeSpan.FromHours(12), CancellationToken.None)).Token;
    }

    /// <summary>A domain and a repository in it.</summary>
    /// <param name="name">The repository's name.</param>
    /// <param name="upstreams">Its upstreams.</param>
    /// <param name="external">Its external connection.</param>
    public async Task RepositoryAsync(string name = "main", string[]? upstreams = null, string? external = null)
    {
        if (await Get<Records.DomainStore>().FindAsync("org", CancellationToken.None) is null)
        {
            await Get<Records.DomainStore>().CreateAsync(new Model.StoredDomain("org", Clock.GetUtcNow(), null), CancellationToken.None);
        }

        await Get<Records.RepositoryStore>().CreateAsync(new Model.StoredRepository("org", name, Clock.GetUtcNow(), null) { Upstreams = upstreams ?? [], ExternalConnection = external }, CancellationToken.None);
    }

    /// <summary>What a registry answers an administrator.</summary>
    public async Task<ApiResponse> AskAsync(string method, string path, byte[]? body = null, params IEnumerable<(string Name, string Value)> headers)
    {
        _token ??= await TokenAsync();
        return await AskAsync(_token, method, path, body, headers);
    }

    /// <summary>What a registry answers who brings this token.</summary>
    public Task<ApiResponse> AskAsync(string token, string method, string path, byte[]? body = null, params IEnumerable<(string Name, string Value)> headers)
    {
        var parts = path.Split('?', 2);
        var request = new ApiRequest(
            method, parts[0], parts.Length > 1 ? parts[1] : "", [new("Host", Endpoint), new("Authorization", $"Bearer {token}"), .. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))], default)
        {
            Content = new MemoryStream(body ?? []),
        };
        return Get<CodeArtifactEndpoint>().AnswerOpenAsync(request, CancellationToken.None);
    }

    /// <summary>The body of an answer.</summary>
    public static async Task<byte[]> BodyAsync(ApiResponse answer)
    {
        if (answer.Content is null)
        {
            return answer.Body.ToArray();
        }

        await using var content = answer.Content;
        using var all = new MemoryStream();
        await content.CopyToAsync(all);
        return all.ToArray();
    }

    public static async Task<string> TextAsync(ApiResponse answer) => Encoding.UTF8.GetString(await BodyAsync(answer));

    public static async Task<JsonNode> JsonAsync(ApiResponse answer) => JsonNode.Parse(await BodyAsync(answer))!;

    /// <summary>All that was told.</summary>
    public async Task<IReadOnlyList<SuiteEvent>> EventsAsync() =>
        [.. (await _stored.ReadAsync(0, 10_000)).Where(record => record.Key.Pk.StartsWith("EVENT#", StringComparison.Ordinal)).Select(record => record.NewImage.Deserialize<SuiteEvent>(SluiceJson.Options)!)];

    public void Dispose()
    {
        _services.Dispose();
        _stored.Dispose();
    }
}
