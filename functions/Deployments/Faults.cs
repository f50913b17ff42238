using Sluice.Platform.Protocol;

namespace Sluice.Deployments;

/// <summary>What is wrong with a request, each fault with the error that it would be alone. All of them are told at once, under the first one's error.</summary>
internal sealed class Faults
{
    private readonly List<(string Code, string Message)> _found = [];

    /// <summary>Whether nothing is wrong.</summary>
    public bool AreNone => _found.Count == 0;

    public void Add(string code, string message) => _found.Add((code, message));

    public void Add(string code, IEnumerable<string> messages) => _found.AddRange(messages.Select(message => (code, message)));

    public void Add(Faults others) => _found.AddRange(others._found);

    /// <summary>Adds what is wrong where something does not hold.</summary>
    public void Require(bool holds, string code, string message)
    {
        if (!holds)
        {
            Add(code, message);
        }
    }

    /// <exception cref="ApiException">Anything is wrong.</exception>
    public void Throw()
    {
        if (!AreNone)
        {
            throw new ApiException(_found[0].Code, string.Join("; ", _found.Select(fault => fault.Message)).TrimEnd('.') + ".");
        }
    }
}
