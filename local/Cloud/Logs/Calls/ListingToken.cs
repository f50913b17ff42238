using System.Globalization;
using System.Text;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>Where a listing goes on: behind what has this name, and this time if it is in the order of times.</summary>
internal sealed record ListingToken(long Time, string Name)
{
    /// <summary>Null if the text is null.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is none.</exception>
    public static ListingToken? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length).Split(' ', 2) is [var time, var name]
            && long.TryParse(time, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
            ? new ListingToken(at, name)
            : throw LogsErrors.InvalidParameter("The specified nextToken is invalid.");
    }

    public override string ToString() => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Time} {Name}")));
}
