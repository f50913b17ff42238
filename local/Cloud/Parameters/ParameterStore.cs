using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Access;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Local.Cloud.Parameters;

/// <summary>Parameters in the table. The newest version is in the parameter's item, so that a read is one; the older ones are items of their own. Secrets are sealed for their version.</summary>
internal sealed class ParameterStore(ITable table, ISecretBox box, CloudIdentity identity)
{
    /// <summary>How many versions are kept: with the parameter as many as one transaction can write, so that a deletion leaves nothing.</summary>
    public const int MostVersions = TransactionWrites;

    private const int TransactionWrites = 100;
    private const string Partition = "PARAMETER";

    /// <summary>By its name or its ARN; null if there is none.</summary>
    public async Task<Parameter?> FindAsync(string nameOrArn, CancellationToken cancellationToken)
    {
        foreach (var name in ParameterNames.Meant(nameOrArn, identity).Where(IsKey))
        {
            if (await FindItemAsync(name, cancellationToken) is { } found)
            {
                return found.Value;
            }
        }

        return null;
    }

    /// <exception cref="TaskFailedException">There is none.</exception>
    public async Task<Parameter> GetAsync(string nameOrArn, CancellationToken cancellationToken) =>
        await FindAsync(nameOrArn, cancellationToken) ?? throw ParameterErrors.NotFound(nameOrArn);

    /// <summary>A version of it; null if it is not there, or not any more.</summary>
    public async Task<ParameterVersion?> FindVersionAsync(Parameter parameter, long number, CancellationToken cancellationToken) => number == parameter.Current.Number
        ? parameter.Current
        : (await table.FindAsync<ParameterVersion>(KeyOf(parameter, number), cancellationToken))?.Value;

    /// <summary>All its versions, the oldest first.</summary>
    public async Task<IReadOnlyList<ParameterVersion>> VersionsAsync(Parameter parameter, CancellationToken cancellationToken)
    {
        var versions = new List<ParameterVersion>();
        await foreach (var item in table.QueryAllAsync(new Query(PartitionOf(parameter)), cancellationToken))
        {
            versions.Add(item.Read<ParameterVersion>());
        }

        return [.. versions, parameter.Current];
    }

    /// <summary>Those whose names begin so, in their order.</summary>
    public async Task<IReadOnlyList<Parameter>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        var parameters = new List<Parameter>();
        await foreach (var item in table.QueryAllAsync(new Query(Partition, prefix), cancellationToken))
        {
            parameters.Add(item.Read<Parameter>());
        }

        return parameters;
    }

    /// <summary>Puts a new version, or a new parameter, by what is there when it is written.</summary>
    /// <param name="name">The parameter's.</param>
    /// <param name="next">What it is to be, with its value not sealed, of what it is; that is null if it is not there.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TaskFailedException">What <paramref name="next"/> throws, or there are too many versions.</exception>
    public Task<Parameter> PutAsync(string name, Func<Parameter?, Parameter> next, CancellationToken cancellationToken) => Contention.DecideAsync(
        $"The parameter {name}",
        async () =>
        {
            var before = await FindItemAsync(name, cancellationToken);
            var after = next(before?.Value);
            var stored = after with { Current = after.Current with { Stored = await SealedAsync(after, cancellationToken) } };
            List<TableWrite> writes = [PutItem.Of(KeyOf(name), stored, before is null ? Condition.Absent : Condition.Rev(before.Rev))];
            if (before is not null)
            {
                writes.Add(PutItem.Of(KeyOf(after, before.Value.Current.Number), before.Value.Current));
                writes.AddRange(Surplus(before.Value));
            }

            return await table.TryTransactAsync(writes, cancellationToken) ? stored : null;
        });

    /// <summary>Changes what is no version's.</summary>
    /// <exception cref="TaskFailedException">There is none, or what the change throws.</exception>
    public async Task<Parameter> ChangeAsync(string nameOrArn, Func<Parameter, Parameter> change, CancellationToken cancellationToken)
    {
        var name = (await GetAsync(nameOrArn, cancellationToken)).Name;
        return await Contention.DecideAsync(
            $"The parameter {name}",
            async () =>
            {
                var before = await FindItemAsync(name, cancellationToken) ?? throw ParameterErrors.NotFound(nameOrArn);
                var after = change(before.Value);
                return await table.TryTransactAsync([PutItem.Of(KeyOf(name), after, Condition.Rev(before.Rev))], cancellationToken) ? after : null;
            });
    }

    /// <summary>Deletes it with all its versions.</summary>
    /// <returns>False if there is none.</returns>
    public async Task<bool> DeleteAsync(string nameOrArn, CancellationToken cancellationToken)
    {
        if (await FindAsync(nameOrArn, cancellationToken) is not { } parameter)
        {
            return false;
        }

        await Contention.RetryAsync(
            $"The parameter {parameter.Name}",
            async () =>
            {
                if (await FindItemAsync(parameter.Name, cancellationToken) is not { } before)
                {
                    return true;
                }

                var older = (await VersionsAsync(before.Value, cancellationToken)).SkipLast(1).Select(version => new DeleteItem(KeyOf(before.Value, version.Number)));
                return await table.TryTransactAsync([new DeleteItem(KeyOf(parameter.Name), Condition.Rev(before.Rev)), .. older], cancellationToken);
            });
        return true;
    }

    /// <summary>A version's value.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="version">Its version.</param>
    /// <param name="opened">Whether a secret is opened; else it is given as it is sealed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TaskFailedException">It was sealed with another key.</exception>
    public async Task<string> ValueAsync(Parameter parameter, ParameterVersion version, bool opened, CancellationToken cancellationToken)
    {
        try
        {
            return version.Type == ParameterType.SecureString && opened ? await box.OpenAsync(version.Stored, OwnerOf(parameter, version.Number), cancellationToken) : version.Stored;
        }
        catch (CryptographicException)
        {
            throw ParameterErrors.Is("InvalidKeyIdException", $"The value of {parameter.Name} was sealed with another key than the one in the data folder's secret.key.");
        }
    }

    private async Task<string> SealedAsync(Parameter parameter, CancellationToken cancellationToken) => parameter.Current.Type == ParameterType.SecureString
        ? await box.SealAsync(parameter.Current.Stored, OwnerOf(parameter, parameter.Current.Number), cancellationToken)
        : parameter.Current.Stored;

    /// <summary>The oldest version goes when there would be too many.</summary>
    /// <exception cref="TaskFailedException">It has a label.</exception>
    private static IEnumerable<TableWrite> Surplus(Parameter before)
    {
        var oldest = before.Current.Number + 1 - MostVersions;
        if (oldest < 1)
        {
            return [];
        }

        return before.LabelsOf(oldest) is []
            ? [new DeleteItem(KeyOf(before, oldest))]
            : throw ParameterErrors.Is(
                "ParameterMaxVersionLimitExceededException",
                $"You attempted to create a new version of {before.Name} by calling the PutParameter API with the overwrite flag. Version {oldest}, the oldest version, can't be deleted because it has a label associated with it. Move the label to another version of the parameter, and try again.");
    }

    /// <summary>What a request names may be anything, and not anything is a key of the table.</summary>
    private static bool IsKey(string name) => Encoding.UTF8.GetByteCount(name) is > 0 and <= 1024;

    private Task<Versioned<Parameter>?> FindItemAsync(string name, CancellationToken cancellationToken) => table.FindAsync<Parameter>(KeyOf(name), cancellationToken);

    private static string OwnerOf(Parameter parameter, long version) => string.Create(CultureInfo.InvariantCulture, $"parameter/{parameter.Id}/{version}");

    private static Key KeyOf(string name) => new(Partition, name);

    private static string PartitionOf(Parameter parameter) => $"PARAMETERVERSION/{parameter.Id}";

    private static Key KeyOf(Parameter parameter, long version) => new(PartitionOf(parameter), version.ToString("D19", CultureInfo.InvariantCulture));
}
