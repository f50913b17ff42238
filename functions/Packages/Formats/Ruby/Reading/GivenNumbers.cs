using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Sluice.Packages.Resolving;
using Sluice.Packages.Rules;

namespace Sluice.Packages.Formats.Ruby.Reading;

/// <summary>
/// Writes lines of lists of all versions anew where rules hold for a gem of which nothing is kept: what is in quarantine, blocked or not allowed is left out. When versions were published these lists do not tell, and of so many gems nobody is
/// asked; clients take versions from the gem's own file alone, which has none that is too young. Its MD5 is none that a file has, so that clients ask for that file each time. Pure.
/// </summary>
/// <param name="gems">What holds for them.</param>
/// <param name="way">By which way the list comes.</param>
internal sealed class GivenNumbers(AllGems gems, RepositoryWay way)
{
    /// <summary>The line that is given instead; nothing if none of its versions is, null if it is given as it is.</summary>
    /// <param name="name">Of the gem.</param>
    /// <param name="line">As it is, without its end.</param>
    public string? Of(string name, string line)
    {
        if (gems.Gates.Of(gems.Id(name), way) is not { IsOpen: false } gate)
        {
            return null;
        }

        var parts = line.Split(' ', 3);
        var given = parts.Length < 3 ? [] : parts[1].Split(',').Where(number => gate.Of(Ruled(number)) is null).ToList();
        return given.Count == 0 ? "" : $"{name} {string.Join(',', given)} {NoMd5(parts[2])}";
    }

    /// <summary>A hyphen before it says that it was yanked.</summary>
    private static RuledVersion Ruled(string number) => new(number.TrimStart('-').Split('-')[0], IsOutside: true, ReleasedAt: null);

    [SuppressMessage("Security", "CA5351", Justification = "Bundler asks for it; nothing is kept safe by it.")]
    private static string NoMd5(string md5) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes($"ruled {md5.Trim()}")));
}
