using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Types;
using Sluice.Platform.Api;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.ControlPlane.Pipelines;

/// <summary>The pipelines that there are. The next poll of the sources of a new one starts its first run.</summary>
public sealed class PipelineCatalog
{
    private readonly PipelineStore _pipelines;
    private readonly SourceStates _sources;
    private readonly TypesHere _types;
    private readonly GitHubTokens _tokens;
    private readonly TimeProvider _time;

    internal PipelineCatalog(PipelineStore pipelines, SourceStates sources, TypesHere types, GitHubTokens tokens, TimeProvider time) =>
        (_pipelines, _sources, _types, _tokens, _time) = (pipelines, sources, types, tokens, time);

    /// <param name="file">The document's name as the user knows it.</param>
    /// <param name="text">CodePipeline's JSON (or the same as YAML).</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The pipeline as it is kept; the same one again is no error.</returns>
    /// <exception cref="Platform.Documents.InvalidDocumentException">The document has faults: all of them.</exception>
    /// <exception cref="PipelineNameInUseException">There is another one of this name.</exception>
    public async Task<StoredPipeline> CreateAsync(string file, string text, CancellationToken cancellationToken = default) =>
        await CreateAsync(PipelineDocument.Parse(file, text, await _types.ReadAsync(cancellationToken)), cancellationToken);

    /// <summary>Gives a pipeline a new version. Runs go on by the version that they began with.</summary>
    /// <param name="file">The document's name as the user knows it.</param>
    /// <param name="text">CodePipeline's JSON (or the same as YAML); its name says which pipeline.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The pipeline as it is kept; without a difference it keeps its version.</returns>
    /// <exception cref="Platform.Documents.InvalidDocumentException">The document has faults: all of them.</exception>
    /// <exception cref="PipelineNotFoundException">There is none of this name.</exception>
    public async Task<StoredPipeline> UpdateAsync(string file, string text, CancellationToken cancellationToken = default) =>
        await UpdateAsync(PipelineDocument.Parse(file, text, await _types.ReadAsync(cancellationToken)), cancellationToken);

    /// <exception cref="PipelineNotFoundException">There is none of this name.</exception>
    public Task<StoredPipeline> GetAsync(string name, CancellationToken cancellationToken = default) => _pipelines.GetAsync(name, cancellationToken);

    /// <summary>What the poller last saw of a pipeline's sources; one that was never polled is left out.</summary>
    /// <exception cref="PipelineNotFoundException">There is none of this name.</exception>
    public async Task<IReadOnlyList<SourceState>> GetSourcesAsync(string name, CancellationToken cancellationToken = default) =>
        await _sources.GetAsync((await GetAsync(name, cancellationToken)).Pipeline, cancellationToken);

    /// <summary>By name, from an index that may lag behind a moment.</summary>
    /// <param name="nextToken">Where the last page ended.</param>
    /// <param name="limit">1 to 1000.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<PipelinePage> ListAsync(string? nextToken = null, int limit = 100, CancellationToken cancellationToken = default)
    {
        var (pipelines, token) = await _pipelines.ListAsync(nextToken, limit, cancellationToken);
        return new PipelinePage(pipelines, token);
    }

    /// <summary>Keeps a new pipeline of the API.</summary>
    /// <exception cref="Platform.Protocol.ApiException">It has faults, or there is one of its name.</exception>
    internal async Task<StoredPipeline> AddAsync(PipelineDeclaration declared, IReadOnlyList<ResourceTag> tags, CancellationToken cancellationToken)
    {
        var checkedOne = PipelineDocument.Check(declared, await _types.ReadAsync(cancellationToken));
        if (await _pipelines.FindAsync(declared.Name, cancellationToken) is not null)
        {
            throw new PipelineNameInUseException(declared.Name);
        }

        var now = _time.GetUtcNow();
        var created = new StoredPipeline(await _tokens.KeptAsync(checkedOne, before: null, cancellationToken) with { Version = 1 }, now, now) { Tags = tags };
        return await _pipelines.SaveAsync(created, rev: null, cancellationToken) ? created : throw new PipelineNameInUseException(declared.Name);
    }

    /// <summary>Gives a pipeline a new version of the API's, also if nothing differs.</summary>
    /// <exception cref="Platform.Protocol.ApiException">It has faults, or there is none of its name.</exception>
    internal Task<StoredPipeline> ReplaceAsync(PipelineDeclaration declared, CancellationToken cancellationToken)
    {
        return Contention.DecideAsync($"The pipeline '{declared.Name}'", TryAsync);

        async Task<StoredPipeline?> TryAsync()
        {
            var current = await _pipelines.FindAsync(declared.Name, cancellationToken) ?? throw new PipelineNotFoundException(declared.Name);
            var whole = PipelineDocument.Check(Secrets.Restored(declared, current.Value.Pipeline), await _types.ReadAsync(cancellationToken));
            return await SavedAsync(current, await _tokens.KeptAsync(whole, current.Value.Pipeline, cancellationToken), cancellationToken);
        }
    }

    internal async Task<StoredPipeline> CreateAsync(PipelineDeclaration declared, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var there = await _pipelines.FindAsync(declared.Name, cancellationToken);
        var kept = await _tokens.KeptAsync(declared, there?.Value.Pipeline, cancellationToken);
        var created = new StoredPipeline(kept with { Version = 1 }, now, now);
        if (there is null && await _pipelines.SaveAsync(created, rev: null, cancellationToken))
        {
            return created;
        }

        var existing = there ?? await _pipelines.FindAsync(declared.Name, cancellationToken);
        return existing is { Value: var stored } && SameDeclaration.Is(stored.Pipeline, kept)
            ? stored
            : throw new PipelineNameInUseException(declared.Name);
    }

    internal Task<StoredPipeline> UpdateAsync(PipelineDeclaration declared, CancellationToken cancellationToken) =>
        Contention.DecideAsync($"The pipeline '{declared.Name}'", () => TryUpdateAsync(declared, cancellationToken));

    private async Task<StoredPipeline?> TryUpdateAsync(PipelineDeclaration declared, CancellationToken cancellationToken)
    {
        var current = await _pipelines.FindAsync(declared.Name, cancellationToken) ?? throw new PipelineNotFoundException(declared.Name);
        var kept = await _tokens.KeptAsync(declared, current.Value.Pipeline, cancellationToken);
        return SameDeclaration.Is(current.Value.Pipeline, kept) ? current.Value : await SavedAsync(current, kept, cancellationToken);
    }

    private async Task<StoredPipeline?> SavedAsync(Versioned<StoredPipeline> current, PipelineDeclaration declared, CancellationToken cancellationToken)
    {
        var next = current.Value with { Pipeline = declared with { Version = current.Value.Pipeline.Number() + 1 }, Updated = _time.GetUtcNow() };
        return await _pipelines.SaveAsync(next, current.Rev, cancellationToken) ? next : null;
    }
}
