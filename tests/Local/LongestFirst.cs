using Sluice.Local.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Sluice.Local.Tests;

/// <summary>Classes that run programs begin first: the last of them would else go on alone, beside idle cores.</summary>
internal sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Order = ["Clients.Terraform", "EndToEnd.", "Clients.", "Documentation."];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(Place)];

    private static int Place<T>(T collection)
        where T : ITestCollection
    {
        var place = Array.FindIndex(Order, part => collection.TestCollectionDisplayName.Contains($"Sluice.Local.Tests.{part}", StringComparison.Ordinal));
        return place < 0 ? Order.Length : place;
    }
}
