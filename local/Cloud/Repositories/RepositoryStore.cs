using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Ids;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Local.Cloud.Repositories;

/// <summary>Repositories: what is said of one in the table, and a bare repository of git's in a folder.</summary>
internal sealed class RepositoryStore(string root, ITable table, CloudIdentity identity, TimeProvider time, IIds ids)
{
    private const string Partition = "REPOSITORY";
    private const string Suffix = ".git";
    private const string FirstBranch = "main";

    public string Root { get; } = root;

    public string FolderOf(Repository repository) => Path.Combine(Root, repository.Id + Suffix);

    public RepositoryGit Git(Repository repository) => new(FolderOf(repository));

    public string ArnOf(Repository repository) => $"arn:aws:codecommit:{identity.Region}:{identity.AccountId}:{repository.Name}";

    public async Task<Repository?> FindAsync(string name, CancellationToken cancellationToken) => IsName(name) ? (await table.FindAsync<Repository>(KeyOf(name), cancellationToken))?.Value : null;

    /// <exception cref="TaskFailedException">There is none.</exception>
    public async Task<Repository> GetAsync(string name, CancellationToken cancellationToken) => await FindAsync(name, cancellationToken) ?? throw RepositoryErrors.NoRepository(name);

    /// <summary>The repository of an ARN.</summary>
    /// <exception cref="TaskFailedException">There is none.</exception>
    public Task<Repository> GetByArnAsync(string arn, CancellationToken cancellationToken) => GetAsync(arn[(arn.LastIndexOf(':') + 1)..], cancellationToken);

    /// <summary>All, by their names.</summary>
    public async Task<IReadOnlyList<Repository>> ListAsync(CancellationToken cancellationToken)
    {
        var all = new List<Repository>();
        await foreach (var item in table.QueryAllAsync(new Query(Partition), cancellationToken))
        {
            all.Add(item.Read<Repository>());
        }

        return all;
    }

    /// <exception cref="TaskFailedException">There is one of the name, or the name is none.</exception>
    public async Task<Repository> CreateAsync(string name, string? description, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        CheckName(name);
        var repository = new Repository(ids.Uuid(), name, time.GetUtcNow()) { Description = description, Tags = tags };
        if (await FindAsync(name, cancellationToken) is not null)
        {
            throw RepositoryErrors.Exists(name);
        }

        // The folder first: one that no record names is only a folder.
        var folder = Directory.CreateDirectory(FolderOf(repository)).FullName;
        await new RepositoryGit(folder).TextAsync(cancellationToken, "init", "--quiet", "--bare", "--template=", $"--initial-branch={FirstBranch}", ".");
        if (await table.TryTransactAsync([PutItem.Of(KeyOf(name), repository, Condition.Absent)], cancellationToken))
        {
            return repository;
        }

        Directory.Delete(folder, recursive: true);
        throw RepositoryErrors.Exists(name);
    }

    /// <returns>What was deleted; null if there was none.</returns>
    public async Task<Repository?> DeleteAsync(string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, cancellationToken) is not { } repository || !await table.TryTransactAsync([new DeleteItem(KeyOf(name), Condition.Equal("id", repository.Id))], cancellationToken))
        {
            return null;
        }

        Directory.Delete(FolderOf(repository), recursive: true);
        return repository;
    }

    /// <exception cref="TaskFailedException">There is none, or one of the new name.</exception>
    public Task ChangeAsync(string name, Func<Repository, Repository> change, CancellationToken cancellationToken) => Contention.RetryAsync($"The repository {name}", async () =>
    {
        var before = await table.FindAsync<Repository>(KeyOf(name), cancellationToken) ?? throw RepositoryErrors.NoRepository(name);
        var after = change(before.Value) with { ModifiedAt = time.GetUtcNow() };
        CheckName(after.Name);
        if (after.Name == name)
        {
            return await table.TryTransactAsync([PutItem.Of(KeyOf(name), after, Condition.Rev(before.Rev))], cancellationToken);
        }

        return await FindAsync(after.Name, cancellationToken) is not null ? throw RepositoryErrors.Exists(after.Name)
            : await table.TryTransactAsync([new DeleteItem(KeyOf(name), Condition.Rev(before.Rev)), PutItem.Of(KeyOf(after.Name), after, Condition.Absent)], cancellationToken);
    });

    private static void CheckName(string name)
    {
        if (!IsName(name) || name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase))
        {
            throw RepositoryErrors.InvalidName(name);
        }
    }

    private static bool IsName(string name) => name.Length is > 0 and <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-');

    private static Key KeyOf(string name) => new(Partition, name);
}
