using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Cloud;
using Sluice.Local.Cloud.Buckets;
using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Local.Host;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.Objects.Files;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.Models;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Local.Tests.Cloud.Buckets;

/// <summary>S3's objects on a table in memory and a folder of files, without HTTP.</summary>
internal sealed class BucketWorld : IDisposable
{
    public const string Bucket = "shop";
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteTable _table = SqliteTable.InMemory(TimeProvider.System);
    private ServiceProvider _services;

    public BucketWorld() => _services = Start(_table);

    public ITable Table => _table;

    public BucketStore Buckets => Get<BucketStore>();

    public ObjectWriter Writer => Get<ObjectWriter>();

    public ObjectReader Reader => Get<ObjectReader>();

    public UploadStore Uploads => Get<UploadStore>();

    public IObjectStore Shared => Get<IObjectStore>();

    /// <summary>The files below, as a process beside this one sees them.</summary>
    public FileObjectStore Files => new(_folder.Path);

    /// <summary>How many contents there are, whoever refers to them.</summary>
    public int Contents => Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Count();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The process ends, and another starts on what it left.</summary>
    /// <param name="table">What the new one writes to; null is the table itself.</param>
    public void Restart(ITable? table = null)
    {
        _services.Dispose();
        _services = Start(table ?? _table);
    }

    public async Task CreateAsync(string? versioning = null) => await Buckets.TryCreateAsync(new BucketRecord(Bucket, TimeProvider.System.GetUtcNow()) { Versioning = versioning }, CancellationToken.None);

    public Task VersionAsync(string status) => Buckets.ChangeAsync(Bucket, bucket => bucket with { Versioning = status }, CancellationToken.None);

    public Task<ObjectVersion> PutAsync(string key, string text) => Writer.PutAsync(Bucket, key, Bytes(text), new ObjectHeaders(), CancellationToken.None);

    public Task<ObjectVersion?> DeleteAsync(string key) => Writer.DeleteAsync(Bucket, key, new Preconditions(null, null), CancellationToken.None);

    public Task<ObjectVersion?> DeleteAsync(string key, string version) => Writer.DeleteVersionAsync(Bucket, key, version, new Preconditions(null, null), CancellationToken.None);

    /// <summary>What is at a key; null if nothing is.</summary>
    public async Task<string?> ReadAsync(string key, string? version = null)
    {
        try
        {
            var (_, content) = await Reader.OpenAsync(Bucket, key, version, CancellationToken.None);
            using var reader = new StreamReader(content);
            return await reader.ReadToEndAsync();
        }
        catch (ApiException e) when (e.Code is "NoSuchKey" or "NoSuchVersion")
        {
            return null;
        }
    }

    public static MemoryStream Bytes(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    public void Dispose()
    {
        _services.Dispose();
        _table.Dispose();
        _folder.Dispose();
    }

    private ServiceProvider Start(ITable table) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(table)
        .AddSingleton<IIds, RandomIds>()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<ServiceModels>()
        .AddSingleton<OperationCatalog>()
        .AddBuckets(new FileObjectStore(_folder.Path), new CloudIdentity(LocalAws.Region, LocalAws.AccountId))
        .BuildServiceProvider();
}
