using System.Text;
using Sluice.Platform.Documents;

namespace Sluice.Local.StateMachines.Values;

/// <summary>The value that a part of a JSON document is.</summary>
internal static class DocumentData
{
    internal static Data Of(DocumentNode node) => node switch
    {
        MappingNode map => map.Members.Count == 0 ? DataObject.Empty : new DataObject([.. map.Members.Select(member => KeyValuePair.Create(member.Name, Of(member.Value)))]),
        SequenceNode list => list.Items.Count == 0 ? DataArray.Empty : new DataArray([.. list.Items.Select(Of)]),
        ScalarNode { IsPlain: false } text => new DataString(text.Text),
        ScalarNode plain => DataReader.Read(Encoding.UTF8.GetBytes(plain.Text)),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };
}
