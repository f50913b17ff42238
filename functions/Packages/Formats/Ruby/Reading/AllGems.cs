using System.Security.Cryptography;
using System.Text;
using Sluice.Packages.Model;
using Sluice.Packages.Resolving;

namespace Sluice.Packages.Formats.Ruby.Reading;

/// <summary>The gems of which a repository or its upstreams keep something, and what holds for all gems.</summary>
/// <param name="Ways">To the repositories, in their order.</param>
/// <param name="Kept">By their names, each with a stamp that is another one whenever something of it was changed, or other versions of it are given.</param>
/// <param name="Gates">Which versions are given, be they kept or not.</param>
internal sealed record AllGems(IReadOnlyList<RepositoryWay> Ways, IReadOnlyDictionary<string, string> Kept, FormatGates Gates)
{
    /// <summary>One stamp for all of them.</summary>
    public string Stamp
    {
        get
        {
            var text = new StringBuilder(Gates.Stamp(Ways)).Append('\n');
            foreach (var repository in Ways.Select(way => way.End))
            {
                text.Append(repository.Name).Append(' ').Append(repository.ExternalConnection).Append('\n');
            }

            foreach (var (name, stamp) in Kept)
            {
                text.Append(name).Append(' ').Append(stamp).Append('\n');
            }

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }

    /// <summary>A gem in the repository that was asked.</summary>
    public PackageId Id(string name) => new(Ways[0].End.Domain, Ways[0].End.Name, PackageFormat.ruby, null, name);
}
