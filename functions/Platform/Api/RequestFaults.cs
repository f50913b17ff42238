using Sluice.Platform.Protocol;

namespace Sluice.Platform.Api;

/// <summary>What is wrong with a request, each fault with the error that it would be alone. All of them are told at once, under the first one's error.</summary>
public sealed class RequestFaults
{
    private readonly List<(string Code, string Message)> _found = [];

    /// <summary>Whether nothing is wrong.</summary>
    public bool AreNone => _found.Count == 0;

    /// <summary>Adds a fault.</summary>
    /// <param name="code">The error of the model that it would be alone.</param>
    /// <param name="message">The member, what was expected and what was found.</param>
    public void Add(string code, string message) => _found.Add((code, message));

    /// <summary>Adds faults of one error.</summary>
    public void Add(string code, IEnumerable<string> messages) => _found.AddRange(messages.Select(message => (code, message)));

    /// <summary>Adds the faults that others found.</summary>
    public void Add(RequestFaults others) => _found.AddRange(others._found);

    /// <summary>Adds what is wrong where something does not hold.</summary>
    public void Require(bool holds, string code, string message)
    {
        if (!holds)
        {
            Add(code, message);
        }
    }

    /// <summary>Refuses the request if anything is wrong.</summary>
    /// <exception cref="ApiException">The first fault's error, with all messages.</exception>
    public void Throw()
    {
        if (!AreNone)
        {
            throw new ApiException(_found[0].Code, string.Join("; ", _found.Select(fault => fault.Message)).TrimEnd('.') + ".");
        }
    }
}
