using System.Collections.Concurrent;
using System.Text.Json;
using Sluice.Local.Cloud.Files;
using Sluice.Platform.Json;

namespace Sluice.Local.Cloud.Functions.Storage;

/// <summary>The functions of this machine: read from memory, written to one file each before a change is seen by anyone.</summary>
internal sealed class FunctionStore
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, FunctionRecord> _functions = new(StringComparer.Ordinal);
    private readonly string _folder;
    private readonly CloudIdentity _identity;

    public FunctionStore(string folder, CloudIdentity identity)
    {
        Directory.CreateDirectory(folder);
        (_folder, _identity) = (folder, identity);
        foreach (var path in Directory.GetFiles(folder, "*.json"))
        {
            var record = JsonSerializer.Deserialize<FunctionRecord>(File.ReadAllText(path), SluiceJson.Options)
                ?? throw new InvalidDataException($"{path} holds no function.");
            _functions[record.Name] = record;
        }
    }

    public IReadOnlyList<FunctionRecord> All => [.. _functions.Values.OrderBy(function => function.Name, StringComparer.Ordinal)];

    public FunctionRecord? Find(string name) => _functions.GetValueOrDefault(name);

    /// <summary>The function and the alias, or <c>$LATEST</c>, whose URL is made of this id.</summary>
    public (FunctionRecord Function, string Target, UrlSettings Url)? FindUrl(string id)
    {
        foreach (var (_, function) in _functions)
        {
            foreach (var (target, url) in function.Urls?.AsEnumerable() ?? [])
            {
                if (url.Id == id)
                {
                    return (function, target, url);
                }
            }
        }

        return null;
    }

    /// <exception cref="StateMachines.Tasks.TaskFailedException">There is no such function.</exception>
    public FunctionRecord Get(string name) => Find(name) ?? throw LambdaErrors.NotFound(_identity.FunctionArn(name));

    public void Create(FunctionRecord function)
    {
        lock (_gate)
        {
            if (_functions.ContainsKey(function.Name))
            {
                throw LambdaErrors.Exists($"The function {function.Name}");
            }

            Save(function);
        }
    }

    /// <exception cref="StateMachines.Tasks.TaskFailedException">There is no such function.</exception>
    public void Delete(string name)
    {
        lock (_gate)
        {
            _ = Get(name);
            File.Delete(PathOf(name));
            _functions.TryRemove(name, out _);
        }
    }

    /// <summary>Decides and writes as one: <paramref name="change"/> sees the function as it is and may throw to refuse.</summary>
    public FunctionRecord Change(string name, Func<FunctionRecord, FunctionRecord> change)
    {
        lock (_gate)
        {
            var function = Get(name);
            var changed = change(function);
            if (!ReferenceEquals(changed, function))
            {
                Save(changed);
            }

            return changed;
        }
    }

    /// <summary>The same, of a function that may have been deleted by now.</summary>
    public void ChangeIfThere(string name, Func<FunctionRecord, FunctionRecord> change)
    {
        lock (_gate)
        {
            if (Find(name) is not null)
            {
                Change(name, change);
            }
        }
    }

    private void Save(FunctionRecord function)
    {
        AtomicFile.Write(PathOf(function.Name), JsonSerializer.Serialize(function, SluiceJson.Options));
        _functions[function.Name] = function;
    }

    private string PathOf(string name) => Path.Combine(_folder, name + ".json");
}
