using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Packages.Images.Finding;
using Sluice.Packages.Images.Model;
using Sluice.Packages.Images.Records;

namespace Sluice.Packages.Images.Manifests;

/// <summary>Lists the tags of an image, those of upstreams among them.</summary>
internal sealed class ListTags(ImageFinder finder, ImageStore images)
{
    private const int Most = 1000;

    /// <exception cref="ImageRefusal">There is no such image.</exception>
    public async Task<ApiResponse> AnswerAsync(ImageRequest request, CancellationToken cancellationToken)
    {
        var name = request.Name;
        var (all, isThere) = (new SortedSet<string>(StringComparer.Ordinal), false);
        foreach (var place in await finder.PlacesAsync(name, cancellationToken))
        {
            isThere |= await images.FindAsync(place, cancellationToken) is not null;
            all.UnionWith((await images.TagsAsync(place, cancellationToken)).Select(tag => tag.Name));
        }

        if (!isThere)
        {
            throw ImageErrors.NoImage(name);
        }

        var (last, count) = (request.Http.Parameter("last"), Count(request.Http.Parameter("n")));
        var rest = all.Where(tag => last is null || string.CompareOrdinal(tag, last) > 0).ToList();
        var page = rest.Take(count).ToList();
        return ImageAnswers.Document(
            new JsonObject { ["name"] = name.ToString(), ["tags"] = new JsonArray([.. page.Select(tag => JsonValue.Create(tag))]) }, headers: page.Count > 0 && page.Count < rest.Count ? [("Link", Next(name, count, page[^1]))] : []);
    }

    private static string Next(ImageName name, int count, string last) =>
        string.Create(CultureInfo.InvariantCulture, $"<{ImageAnswers.Address(name, "tags/list")}?n={count}&last={Uri.EscapeDataString(last)}>; rel=\"next\"");

    private static int Count(string? text) => text is null ? Most
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, Most)
        : throw new ImageRefusal(400, ImageErrors.UnsupportedCode, "n: a whole number is expected.");
}
