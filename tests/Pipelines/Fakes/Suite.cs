using Sluice.Platform.Access;
using Sluice.Platform.Connections;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Shouldly;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Pipelines.Sources;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.StateMachines;
using Sluice.Platform.Events;
using Sluice.Platform.Json;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Pipelines.Tests.Fakes;

/// <summary>The service on a table in memory, with fakes for the world around it.</summary>
internal sealed class Suite : IDisposable
{
    private readonly ServiceProvider _services;

    public Suite(TimeProvider? time = null, IStateMachines? machines = null, Func<ITable, ITable>? wrap = null, IRefReader? refs = null, Func<TimeProvider, SqliteTable>? open = null)
    {
        Time = time ?? TimeProvider.System;
        Stored = (open ?? SqliteTable.InMemory)(Time);
        var table = wrap?.Invoke(Stored) ?? Stored;
        _services = new ServiceCollection()
            .AddSingleton(Time)
            .AddSingleton(table)
            .AddSingleton<IObjectStore>(Objects)
            .AddSingleton<IIds>(new CountingIds())
            .AddSingleton(machines ?? Board)
            .AddSingleton(refs ?? Refs)
            .AddSingleton<IFetchProbe>(Refs)
            .AddSingleton<IChangedPaths>(Refs)
            .AddSingleton<ICommitReader>(Refs)
            .AddSingleton<ICommitFiles>(Refs)
            .AddSingleton<ISecretBox>(new PlainBox())
            .AddSingleton<ConnectionStore>()
            .AddSingleton<IConnections>(Connections)
            .AddSingleton<CommitReports>()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddPipelines()
            .BuildServiceProvider();
    }

    public TimeProvider Time { get; }

    public SqliteTable Stored { get; }

    public FakeRefs Refs { get; } = new();

    /// <summary>Those that are opened; those that are stored are in the table.</summary>
    public FakeConnections Connections { get; } = new();

    public MemoryObjects Objects { get; } = new();

    public TokenBoard Board { get; } = new() { TakesFailures = false };

    public IServiceProvider Services => _services;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>What was written to the outbox, in the order of writing.</summary>
    public async Task<IReadOnlyList<SuiteEvent>> EventsAsync()
    {
        var records = await Stored.ReadAsync(0, 20_000);
        return [.. records
            .Where(record => record.Key.Pk.StartsWith("EVENT#", StringComparison.Ordinal))
            .Select(record => record.NewImage.Deserialize<SuiteEvent>(SluiceJson.Options)!)];
    }

    /// <summary>Keeps a pipeline without its document being held against the rules.</summary>
    public async Task KeepAsync(PipelineText text, int version = 1)
    {
        var pipeline = JsonSerializer.Deserialize<PipelineDeclaration>(text.ToString(), SluiceJson.Options)! with { Version = version };
        var seen = await Get<PipelineStore>().FindAsync(pipeline.Name, CancellationToken.None);
        (await Get<PipelineStore>().SaveAsync(new StoredPipeline(pipeline, Time.GetUtcNow(), Time.GetUtcNow()), seen?.Rev, CancellationToken.None)).ShouldBeTrue();
    }

    /// <summary>The run as it is stored.</summary>
    public async Task<PipelineRun> RunAsync(string id, string pipeline = "app") => (await Get<PipelineRunStore>().GetAsync(pipeline, id, CancellationToken.None)).Value;

    public void Dispose()
    {
        _services.Dispose();
        Stored.Dispose();
    }
}
