using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Rapporteur.Archive.Team;

namespace Rapporteur.Desk.Team;

/// <summary>The framework's data protection keys, kept in the archive. What they protect is the way to an identity provider and back.</summary>
internal sealed class KeptProtectionKeys(ProtectionKeys keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName) => keys.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
