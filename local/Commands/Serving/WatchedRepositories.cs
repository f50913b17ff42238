using System.CommandLine.Parsing;

namespace Sluice.Local.Commands.Serving;

/// <summary>Reads <c>[--repository X [--branch B]]…</c>: a branch belongs to the repository before it.</summary>
internal static class WatchedRepositories
{
    /// <exception cref="UsageException">All that is wrong, a line each.</exception>
    public static IReadOnlyList<WatchedRepository> Read(IReadOnlyList<Token> tokens)
    {
        var (watched, faults) = ReadAll(tokens);
        return faults.Count == 0 ? watched : throw new UsageException(string.Join('\n', faults));
    }

    /// <summary>A branch that stands before any repository, or twice behind one; a repository that is there twice.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<Token> tokens) => ReadAll(tokens).Faults;

    private static (IReadOnlyList<WatchedRepository> Watched, IReadOnlyList<string> Faults) ReadAll(IReadOnlyList<Token> tokens)
    {
        var (watched, faults) = (new List<WatchedRepository>(), new List<string>());
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            switch (tokens[i].Value)
            {
                case "--repository":
                    watched.Add(new WatchedRepository(tokens[i + 1].Value, Branch: null));
                    break;
                case "--branch" when watched is [.., { Branch: null } last]:
                    watched[^1] = last with { Branch = tokens[i + 1].Value };
                    break;
                case "--branch":
                    faults.Add($"--branch {tokens[i + 1].Value} belongs behind a --repository, once.");
                    break;
            }
        }

        return (watched, [.. faults, .. Twice(watched)]);
    }

    private static IEnumerable<string> Twice(IReadOnlyList<WatchedRepository> watched) =>
        from repository in watched
        where repository.Repository.Length > 0
        group repository by RepositoryName.Full(repository.Repository) into same
        where same.Count() > 1
        select $"--repository {same.Key} is there twice; one branch of a repository is watched.";
}
